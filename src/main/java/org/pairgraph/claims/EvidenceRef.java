package org.pairgraph.claims;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where a document says a thing.
 *
 * @param startLine from 1
 * @param start the first code point of the passage, from 0
 * @param end the one after its last
 */
public record EvidenceRef(
        String id,
        Optional<CitedDocument> document,
        Optional<Integer> startLine,
        Optional<Integer> endLine,
        Optional<Integer> start,
        Optional<Integer> end) {

    /** By document, then by position. */
    static final Comparator<EvidenceRef> ORDER = Comparator.comparing((EvidenceRef passage) ->
                    passage.document().map(CitedDocument::id).orElse(""))
            .thenComparing(passage -> passage.start().orElse(0))
            .thenComparing(EvidenceRef::id);
}
