package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/** Something that happened once: a meeting, a fair, a signing. */
public record Event(
        @JsonUnwrapped Named named,
        Optional<String> kind,
        List<Thing> participants,
        List<Thing> about,
        List<Thing> signed,
        Optional<Thing> programme,
        @JsonUnwrapped Standing standing,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
