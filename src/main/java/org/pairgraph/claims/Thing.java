package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A thing that an answer points to.
 *
 * @param type the most specific class, for example {@code County}
 * @param count how many members a counted group has
 */
public record Thing(
        String id, String iri, @JsonProperty("class") Optional<String> type, Label label, Optional<Integer> count)
        implements Value {}
