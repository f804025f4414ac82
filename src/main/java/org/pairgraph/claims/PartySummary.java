package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** A party as a list shows it. */
public record PartySummary(
        String id,
        String iri,
        @JsonProperty("class") Optional<String> type,
        Label label,
        Optional<Integer> count,
        Optional<String> adminCode,
        Optional<Thing> within) {}
