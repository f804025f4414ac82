package org.pairgraph.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The codes of one revision as JSON has them. */
final class JsonNames {
    private final List<byte[]> kinds;
    private final List<byte[]> statuses;
    private final List<byte[]> bases;
    private final List<byte[]> programmes;

    JsonNames(Tables tables) {
        kinds = utf8(tables.kindCodes, "\"", UnaryOperator.identity());
        statuses = utf8(tables.statusCodes, ",\"status\":\"", UnaryOperator.identity());
        bases = utf8(tables.basisCodes, ",\"basis\":\"", UnaryOperator.identity());
        programmes = utf8(tables.programmeCodes, ",\"programme\":\"", Ids::of);
    }

    private static List<byte[]> utf8(Codes codes, String before, UnaryOperator<String> form) {
        var names = new ArrayList<byte[]>();
        names.add(new byte[0]);
        for (int number = Codes.NONE + 1; number < codes.size(); number++) {
            names.add(new Utf8(64)
                    .raw(Utf8.of(before))
                    .escaped(form.apply(codes.name(number)))
                    .raw('"')
                    .toBytes());
        }
        return names;
    }

    /** The code of a kind as a string. */
    byte[] kind(int number) {
        return number == Codes.NONE ? Utf8.EMPTY_STRING : kinds.get(number);
    }

    /** The field of a status; nothing for none. */
    byte[] status(int number) {
        return statuses.get(number);
    }

    byte[] basis(int number) {
        return bases.get(number);
    }

    byte[] programme(int number) {
        return programmes.get(number);
    }
}
