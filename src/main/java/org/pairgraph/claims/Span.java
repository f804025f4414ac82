package org.pairgraph.claims;

import java.time.LocalDate;
import java.util.Optional;

/** When a claim holds, as far as documents say. */
record Span(Optional<Day> start, Optional<Day> end, Optional<Day> asOf) {

    /**
     * Whether it holds on a day: not before the first day of its start, else of its as-of, and not after its end. A claim
     * without either never does.
     */
    boolean holdsAt(LocalDate day) {
        var first = start.or(() -> asOf).map(Day::date);
        return first.isPresent()
                && !first.get().isAfter(day)
                && end.map(Day::date).filter(last -> last.isBefore(day)).isEmpty();
    }

    /** The time in both languages; none when there is none. */
    Optional<Label> label() {
        var last = end.or(() -> start.isPresent() ? asOf : Optional.empty());
        if (start.isEmpty()) {
            return last.or(() -> asOf).map(day -> day.label().map(zh -> "截至" + zh, en -> "as of " + en));
        }
        var from = start.get().label();
        return Optional.of(last.map(Day::label)
                .filter(to -> !to.equals(from))
                .map(to -> Label.of(from.zhOr("") + "至" + to.zhOr(""), from.enOr("") + " to " + to.enOr("")))
                .orElse(from));
    }
}
