package org.pairgraph.claims;

import java.time.LocalDate;
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
                        "%d-%02d".formatted(date.getYear(), date.getMonthValue()));
            default ->
                Label.of(
                        date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
                        date.toString());
        };
    }
}
