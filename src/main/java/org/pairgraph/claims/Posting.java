package org.pairgraph.claims;

import java.util.List;
import java.util.Optional;

/**
 * A person in a public role works for a while with another party.
 *
 * @param duration as ISO 8601 writes it, for example {@code P2Y}
 */
public record Posting(
        String id,
        String iri,
        Label label,
        Optional<Thing> person,
        Optional<Thing> from,
        Optional<Thing> to,
        Optional<Label> post,
        Optional<String> duration,
        Optional<Thing> programme,
        Optional<Day> start,
        Optional<Day> end,
        Optional<Day> asOf,
        Optional<String> status,
        Optional<String> basis,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
