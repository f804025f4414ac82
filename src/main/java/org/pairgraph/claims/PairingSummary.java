package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/** A pairing as a list shows it. The kind, status and basis are codes. */
public record PairingSummary(
        @JsonUnwrapped Named named,
        Optional<String> kind,
        List<Thing> supporters,
        List<Thing> supported,
        Optional<Thing> programme,
        @JsonUnwrapped Standing standing,
        List<String> disagreesWith,
        List<EvidenceRef> evidence) {}
