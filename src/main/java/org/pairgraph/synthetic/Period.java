package org.pairgraph.synthetic;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** When a pairing holds: most since a day, a month or a year; some only as of a date; some have ended, some are to come. */
final class Period {
    /** The newest year that documents speak of as past. It never moves, so that a seed always gives the same network. */
    private static final int PRESENT = 2025;

    private static final int EARLIEST = 1996;

    private enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    private Period() {}

    static void write(boolean actual, Dice dice, Scribe scribe) {
        var precision = Precision.values()[(int) dice.skewedBelow(3, 1.6)];
        var date = date(actual, dice);
        if (dice.percent(12)) {
            scribe.say(PG.asOf, first(date, precision)).say(PG.asOfPrecision, code(precision));
            return;
        }
        scribe.say(PG.startDate, first(date, precision)).say(PG.startPrecision, code(precision));
        if (dice.percent(28)) {
            var end = date.plusYears(dice.between(1, 8));
            scribe.say(PG.endDate, last(end, precision)).say(PG.endPrecision, code(precision));
        } else if (dice.percent(25)) {
            scribe.say(PG.asOf, first(date.plusYears(1), precision)).say(PG.asOfPrecision, code(precision));
        }
    }

    private static LocalDate date(boolean actual, Dice dice) {
        long year = actual ? PRESENT - dice.skewedBelow(PRESENT - EARLIEST + 1, 1.7) : PRESENT + dice.between(1, 5);
        return LocalDate.ofYearDay((int) year, (int) dice.between(1, 365));
    }

    private static LocalDate first(LocalDate date, Precision precision) {
        return switch (precision) {
            case DAY -> date;
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    private static LocalDate last(LocalDate date, Precision precision) {
        return switch (precision) {
            case DAY -> date;
            case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> date.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    private static Node code(Precision precision) {
        return Scribe.code(precision.name().toLowerCase(Locale.ROOT));
    }
}
