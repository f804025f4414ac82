package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * A person in a public role works for a while with another party.
 *
 * @param duration as ISO 8601 writes it, for example {@code P2Y}
 */
public record Posting(
        @JsonUnwrapped Named named,
        Optional<Thing> person,
        Optional<Thing> from,
        Optional<Thing> to,
        Optional<Label> post,
        Optional<String> duration,
        Optional<Thing> programme,
        @JsonUnwrapped Standing standing,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
