package org.pairgraph.claims;

import java.util.List;
import java.util.Optional;

/** Two sides build a site together. */
public record CoBuilding(
        String id,
        String iri,
        Label label,
        List<Thing> supporters,
        List<Thing> supported,
        Optional<Thing> builds,
        Optional<Thing> programme,
        Optional<Day> start,
        Optional<Day> end,
        Optional<Day> asOf,
        Optional<String> status,
        Optional<String> basis,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
