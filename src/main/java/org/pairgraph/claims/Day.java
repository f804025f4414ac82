package org.pairgraph.claims;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * A date as far as a document gives it.
 *
 * @param date the first day of what is stated, or the last for an end or a deadline
 * @param precision {@code day}, {@code month} or {@code year}
 */
public record Day(LocalDate date, Optional<String> precision) {

    /** The date in both languages, no finer than it is known. */
    Label label() {
        return switch (precision.orElse("day")) {
            case "year" -> Label.of(date.getYear() + "年", String.valueOf(date.getYear()));
            case "month" ->
                Label.of(
                        date.getYear() + "年" + date.getMonthValue() + "月",
                        "%s %d".formatted(monthInEnglish(), date.getYear()));
            default ->
                Label.of(
                        date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
                        "%d %s %d".formatted(date.getDayOfMonth(), monthInEnglish(), date.getYear()));
        };
    }

    private String monthInEnglish() {
        return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
