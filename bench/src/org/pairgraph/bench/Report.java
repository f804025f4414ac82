package org.pairgraph.bench;

import java.util.Arrays;
import java.util.Locale;

/** A table in Markdown on standard output. */
final class Report {
    private Report() {}

    static void title(Setup setup, String title) {
        System.out.println("### " + title + "\n");
        System.out.println("%,d pairings, medians of %d rounds, %d processors, JDK %s.\n"
                .formatted(
                        setup.pairings(),
                        setup.rounds(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature()));
    }

    static void head(String... columns) {
        row((Object[]) columns);
        System.out.println("|" + "---|".repeat(columns.length));
    }

    static void row(Object... cells) {
        System.out.println(
                "| " + String.join(" | ", Arrays.stream(cells).map(Report::text).toList()) + " |");
    }

    static void note(String text) {
        System.out.println("\n" + text + "\n");
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? number(number) : String.valueOf(cell);
    }

    /** Three figures that count. */
    private static String number(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        int decimals = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : Math.abs(number) >= 0.1 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
