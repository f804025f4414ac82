package org.pairgraph.network;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** How much of the days of a claim is stated: two bits for each, in one number. */
enum Precision {
    START,
    AS_OF,
    END;

    private static final List<String> NAMES = List.of("day", "month", "year");
    private static final List<byte[]> UTF_8 = List.of(Utf8.of(""), Utf8.of("day"), Utf8.of("month"), Utf8.of("year"));
    private static final int BITS = 2;
    private static final int MASK = 3;

    /** The precisions of a claim with one more; of two for the same day the finer one is kept. */
    int with(int all, Node code) {
        int said = NAMES.indexOf(Codes.nameOf(code)) + 1;
        int known = number(all);
        boolean isKept = said == 0 || known != 0 && known <= said;
        return isKept ? all : all & ~(MASK << shift()) | said << shift();
    }

    Optional<String> of(int all) {
        int number = number(all);
        return number == 0 ? Optional.empty() : Optional.of(NAMES.get(number - 1));
    }

    /** The same in UTF-8; nothing for none. */
    byte[] utf8(int all) {
        return UTF_8.get(number(all));
    }

    private int number(int all) {
        return all >>> shift() & MASK;
    }

    private int shift() {
        return BITS * ordinal();
    }
}
