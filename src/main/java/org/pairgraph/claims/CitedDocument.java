package org.pairgraph.claims;

import java.util.List;
import java.util.Optional;

/**
 * A document as one cites it.
 *
 * @param publishers who published it, where that is printed
 * @param issued the day that is printed on it
 * @param asOf what its text is as of
 * @param basis {@code stated}, or {@code inferred} when no document prints the as-of
 */
public record CitedDocument(
        String id,
        Label label,
        List<Ref> publishers,
        Optional<Day> issued,
        Optional<Day> asOf,
        Optional<String> basis) {}
