package org.pairgraph.sparql;

import org.pairgraph.sparql.SparqlProblem.Kind;

/** A query would make a text or a number that is longer than one may be. */
final class TextTooLong {
    private TextTooLong() {}

    /** @throws EndedEarly if it is */
    static void require(long length, int most) {
        if (length > most) {
            throw new EndedEarly(QueryRefusal.of(
                    Kind.QUERY_TOO_LARGE,
                    "The query would make a text or a number of more than %,d characters: join or repeat less"
                            .formatted(most)));
        }
    }
}
