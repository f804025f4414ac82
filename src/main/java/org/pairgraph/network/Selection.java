package org.pairgraph.network;

import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter in the numbers of one revision. */
final class Selection {
    private final Tables tables;
    private final Disagreements disagreements;
    private final @Nullable BitSet classes;
    private final @Nullable BitSet kinds;
    private final @Nullable BitSet programmes;
    private final @Nullable BitSet statuses;
    private final @Nullable BitSet bases;
    private final int day;
    private final boolean isOpen;

    Selection(Tables tables, Disagreements disagreements, NetworkFilter filter) {
        this.tables = tables;
        this.disagreements = disagreements;
        classes = classes(filter.classes());
        kinds = numbers(filter.kinds(), tables.kindCodes);
        programmes = numbers(filter.programmes(), tables.programmeCodes);
        statuses = numbers(filter.statuses(), tables.statusCodes);
        bases = numbers(filter.bases(), tables.basisCodes);
        day = filter.at().map(Day::of).orElse(Day.NONE);
        isOpen = kinds == null && programmes == null && statuses == null && bases == null && day == Day.NONE;
    }

    /** Whether a claim counts. */
    boolean takes(int claim) {
        if (!disagreements.isJoined(claim)) {
            return isOpen || passes(claim);
        }
        for (int joined : disagreements.joinedWith(claim)) {
            if (passes(joined)) {
                return joined == claim;
            }
        }
        return false;
    }

    /** Whether a step may lead to a thing. */
    boolean meets(int thing) {
        return classes == null || classes.get(tables.classes[thing]);
    }

    private boolean passes(int claim) {
        return tables.isClaim[claim]
                && has(kinds, tables.kinds[claim])
                && has(programmes, tables.programmes[claim])
                && has(statuses, tables.statuses[claim])
                && has(bases, tables.bases[claim])
                && (day == Day.NONE || holds(claim));
    }

    private boolean holds(int claim) {
        int start = tables.starts[claim];
        int first = start != Day.NONE ? start : tables.asOfs[claim];
        int end = tables.ends[claim];
        return first != Day.NONE && first <= day && (end == Day.NONE || day <= end);
    }

    private static boolean has(@Nullable BitSet numbers, int number) {
        return numbers == null || numbers.get(number);
    }

    private static @Nullable BitSet classes(Set<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        var numbers = new BitSet();
        names.forEach(name -> ThingClass.numbers(name).forEach(numbers::set));
        return numbers;
    }

    private static @Nullable BitSet numbers(Set<String> names, Codes codes) {
        if (names.isEmpty()) {
            return null;
        }
        var numbers = new BitSet();
        names.stream().mapToInt(codes::find).filter(number -> number > 0).forEach(numbers::set);
        return numbers;
    }
}
