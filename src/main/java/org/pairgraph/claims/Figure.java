package org.pairgraph.claims;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.pairgraph.vocab.PG;

/** The value of an observation in words: as printed in Chinese, resolved in English. */
record Figure(String zh, String en) {

    static Figure of(Description claim, Names names) {
        var unit = claim.value(PG.unit).map(names::given).orElse(Label.NONE);
        var range = range(claim, Figure::parted);
        var printed = claim.text(PG.printedValue);
        return new Figure(
                printed.orElseGet(() -> range(claim, BigDecimal::toPlainString) + unit.zhOr("")),
                (qualifier(claim, names).map(word -> word + " ").orElse("") + range + " "
                                + (range.equals("1") ? ofOne(unit.enOr("")) : unit.enOr("")))
                        .strip());
    }

    private static String range(Description claim, Function<BigDecimal, String> number) {
        return claim.decimal(PG.value)
                .map(value -> number.apply(value)
                        + claim.decimal(PG.valueMax)
                                .map(max -> "–" + number.apply(max))
                                .orElse(""))
                .orElse("");
    }

    /** With its thousands parted: 5,200,000,000. */
    private static String parted(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + Math.max(value.scale(), 0) + "f", value);
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
