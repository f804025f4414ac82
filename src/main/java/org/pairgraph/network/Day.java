package org.pairgraph.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Days as numbers, counted from 1970-01-01. */
final class Day {
    static final int NONE = Integer.MIN_VALUE;

    private static final int LENGTH = "2020-01-01".length();

    private Day() {}

    /** The day of an {@code xsd:date}, its time zone left aside; none when it is no date. */
    static int of(Node literal) {
        if (!literal.isLiteral() || literal.getLiteralLexicalForm().length() < LENGTH) {
            return NONE;
        }
        try {
            return of(LocalDate.parse(literal.getLiteralLexicalForm().substring(0, LENGTH)));
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    static int of(LocalDate date) {
        return (int) date.toEpochDay();
    }

    static @Nullable LocalDate date(int day) {
        return day == NONE ? null : LocalDate.ofEpochDay(day);
    }
}
