package org.pairgraph.claims;

import java.util.List;
import java.util.Optional;

/** A pairing as a list shows it. The kind, status and basis are codes. */
public record PairingSummary(
        String id,
        String iri,
        Label label,
        Optional<String> kind,
        List<Thing> supporters,
        List<Thing> supported,
        Optional<Thing> programme,
        Optional<Day> start,
        Optional<Day> end,
        Optional<Day> asOf,
        Optional<String> status,
        Optional<String> basis,
        List<String> disagreesWith,
        List<EvidenceRef> evidence) {}
