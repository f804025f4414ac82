package org.pairgraph.claims;

import java.util.Optional;
import org.pairgraph.vocab.PG;

/** The value of an observation in words: as printed in Chinese, resolved in English. */
record Figure(String zh, String en) {

    static Figure of(Description claim, Names names) {
        var unit = claim.value(PG.unit).map(names::given).orElse(Label.NONE);
        var range = claim.decimal(PG.value)
                .map(value -> value.toPlainString()
                        + claim.decimal(PG.valueMax)
                                .map(max -> "–" + max.toPlainString())
                                .orElse(""))
                .orElse("");
        var printed = claim.text(PG.printedValue);
        return new Figure(
                printed.orElse(range + unit.zhOr("")),
                (qualifier(claim, names).map(word -> word + " ").orElse("") + range + " "
                                + (range.equals("1") ? ofOne(unit.enOr("")) : unit.enOr("")))
                        .strip());
    }

    /** A unit as it is called where there is one of it: 1 person, 1 county, 1 batch. */
    private static String ofOne(String units) {
        return units.replaceFirst("ies$", "y")
                .replaceFirst("(ss|ch|x)es$", "$1")
                .replaceFirst("(?<!s)s$", "");
    }

    private static Optional<String> qualifier(Description claim, Names names) {
        return claim.value(PG.valueQualifier)
                .filter(code -> !Description.codeOf(code).equals("exact"))
                .filter(code -> !Description.codeOf(code).equals("range"))
                .flatMap(code -> names.given(code).en());
    }
}
