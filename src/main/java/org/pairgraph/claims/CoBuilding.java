package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/** Two sides build a site together. */
public record CoBuilding(
        @JsonUnwrapped Named named,
        List<Thing> supporters,
        List<Thing> supported,
        Optional<Thing> builds,
        Optional<Thing> programme,
        @JsonUnwrapped Standing standing,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
