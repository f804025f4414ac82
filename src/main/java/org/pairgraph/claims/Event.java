package org.pairgraph.claims;

import java.util.List;
import java.util.Optional;

/** Something that happened once: a meeting, a fair, a signing. */
public record Event(
        String id,
        String iri,
        Label label,
        Optional<String> kind,
        List<Thing> participants,
        List<Thing> about,
        List<Thing> signed,
        Optional<Thing> programme,
        Optional<Day> start,
        Optional<Day> end,
        Optional<Day> asOf,
        Optional<String> status,
        Optional<String> basis,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
