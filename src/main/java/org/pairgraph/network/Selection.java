package org.pairgraph.network;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A filter in the numbers of one revision. One that is asked for again and again goes through all claims once and then
 * knows which it takes. Safe for use by many threads.
 */
final class Selection {
    private static final int WORTH_KNOWING = 3;

    private final Tables tables;
    private final Disagreements disagreements;
    private final @Nullable BitSet classes;
    private final @Nullable BitSet kinds;
    private final @Nullable BitSet programmes;
    private final @Nullable BitSet statuses;
    private final @Nullable BitSet bases;
    private final int day;
    private final boolean isOpen;
    private final AtomicInteger uses = new AtomicInteger();
    private final Map<Integer, int[]> degrees = new ConcurrentHashMap<>();
    private volatile @Nullable BitSet taken;

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

    /** The same, to be used once more. */
    Selection again() {
        if (uses.incrementAndGet() == WORTH_KNOWING && !isOpen) {
            var found = new BitSet(tables.claims());
            for (int claim = 0; claim < tables.claims(); claim++) {
                found.set(claim, decide(claim));
            }
            taken = found;
        }
        return this;
    }

    /** The neighbours by kind of something with many, counted when they are asked for first. */
    int[] degree(int hub, IntFunction<int[]> counting) {
        return degrees.computeIfAbsent(hub, counting::apply);
    }

    /** Whether a claim counts. */
    boolean takes(int claim) {
        var known = taken;
        return known == null ? decide(claim) : known.get(claim);
    }

    private boolean decide(int claim) {
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
