package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.pairgraph.network.RollUp.Edge;
import org.pairgraph.network.RollUp.Stated;

/** One roll-up: units of claims, put together from the smallest pairs of places up to the pairs of areas. */
final class Rolling {
    private static final int BITS = 28;
    private static final long MASK = (1L << BITS) - 1;
    private static final long HERE = -1;

    private final Structure structure;
    private final Tables tables;
    private final AreaLevel level;
    private final Selection selection;
    private final Units units;
    private final Description description;
    private final BitSet parts = new BitSet();
    private long[] keys = {};
    private int[] order = {};
    private int[] ends = {};

    Rolling(Structure structure, AreaLevel level, NetworkFilter filter) {
        this.structure = structure;
        tables = structure.tables;
        this.level = level;
        selection = structure.selection(filter);
        units = new Units(structure, level);
        description = new Description(structure);
        for (long pair : structure.wholes.pairs()) {
            parts.set(Lists.row(pair));
        }
    }

    RollUp roll(int revision) {
        int unplaced = 0;
        for (int claim = 0; claim < tables.claims(); claim++) {
            if (tables.isClaim[claim] && selection.takes(claim) && !units.add(claim)) {
                unplaced++;
            }
        }
        sort();
        keys = new long[order.length];

        var areas = new BitSet();
        var edges = new ArrayList<Edge>();
        for (int from = 0; from < order.length; ) {
            int to = ends[from];
            areas.set(units.source(order[from]));
            areas.set(units.target(order[from]));
            edges.add(edge(from, to));
            from = to;
        }
        var nodes = areas.stream().mapToObj(description::node).toList();
        return new RollUp(revision, level, nodes, edges, unplaced);
    }

    /** Puts the units in order by source, then target, then kind, and notes where each such run ends. */
    private void sort() {
        int size = units.size();
        int[] starts = new int[tables.things() + 1];
        for (int unit = 0; unit < size; unit++) {
            starts[units.source(unit) + 1]++;
        }
        for (int area = 0; area < tables.things(); area++) {
            starts[area + 1] += starts[area];
        }
        var sorted = new long[size];
        int[] next = starts.clone();
        for (int unit = 0; unit < size; unit++) {
            sorted[next[units.source(unit)]++] = ((long) units.target(unit) << 7 | kind(unit)) << BITS | unit;
        }

        order = new int[size];
        ends = new int[size];
        for (int area = 0; area < tables.things(); area++) {
            int to = starts[area + 1];
            Arrays.sort(sorted, starts[area], to);
            for (int index = to - 1; index >= starts[area]; index--) {
                boolean isLast = index + 1 == to || sorted[index] >>> BITS != sorted[index + 1] >>> BITS;
                order[index] = (int) (sorted[index] & MASK);
                ends[index] = isLast ? index + 1 : ends[index + 1];
            }
        }
    }

    private int kind(int unit) {
        return tables.kinds[units.claim(unit)];
    }

    private Edge edge(int from, int to) {
        int first = order[from];
        boolean byProgramme = false;
        for (int index = from; index < to; index++) {
            byProgramme |= units.isPlacedByProgramme(order[index]);
        }
        var sum = new Sum();
        sum.put(from, to, units.source(first), units.target(first));
        return new Edge(
                description.iri(units.source(first)),
                description.iri(units.target(first)),
                tables.kindCodes.name(kind(first)),
                sum.here.isEmpty() ? Optional.empty() : Optional.of(stated(sum.here.getInt(0))),
                sum.here.isEmpty() ? List.of() : others(sum.here),
                sum.below,
                sum.atLeast(),
                sum.named(),
                sum.atLeast() - sum.named(),
                byProgramme);
    }

    private Stated stated(int unit) {
        int claim = units.claim(unit);
        return new Stated(description.claimIri(claim), units.links(unit), Optional.ofNullable(Day.date(date(unit))));
    }

    private List<String> others(IntArrayList here) {
        return here.intStream()
                .skip(1)
                .mapToObj(unit -> description.claimIri(units.claim(unit)))
                .toList();
    }

    private int date(int unit) {
        int claim = units.claim(unit);
        return tables.asOfs[claim] != Day.NONE ? tables.asOfs[claim] : tables.starts[claim];
    }

    /** What the units of one pair of places come to. */
    private final class Sum {
        private final IntArrayList here = new IntArrayList(0);
        private int below;
        private int namedBelow;

        int atLeast() {
            return here.isEmpty() ? below : Math.max(below, units.links(here.getInt(0)));
        }

        int named() {
            return here.isEmpty() ? namedBelow : Math.max(namedBelow, units.named(here.getInt(0)));
        }

        /** Takes the units from one place in the order to another; their order changes. */
        void put(int from, int to, int source, int target) {
            if (to - from == 1) {
                putOne(order[from], source, target);
                return;
            }
            for (int index = from; index < to; index++) {
                keys[order[index]] = key(order[index], source, target);
            }
            int end = withoutCounted(from, to);
            IntArrays.quickSort(order, from, end, (one, other) -> Long.compare(keys[one], keys[other]));
            int next = from;
            while (next < end && keys[order[next]] == HERE) {
                here.add(order[next++]);
            }
            here.sort(Rolling.this::compareStanding);
            while (next < end) {
                int first = next;
                long key = keys[order[first]];
                while (next < end && keys[order[next]] == key) {
                    next++;
                }
                var sum = new Sum();
                sum.put(first, next, Lists.row(key), Lists.value(key));
                below = Math.addExact(below, sum.atLeast());
                namedBelow = Math.addExact(namedBelow, sum.named());
            }
        }

        private void putOne(int unit, int source, int target) {
            if (isHere(unit, source, target)) {
                here.add(unit);
            } else {
                below = units.links(unit);
                namedBelow = units.named(unit);
            }
        }
    }

    /** The pair of places one step down that a unit belongs to, or that it is made at exactly this pair. */
    private long key(int unit, int source, int target) {
        if (isHere(unit, source, target)) {
            return HERE;
        }
        int from = units.from(unit);
        int to = units.to(unit);
        return Lists.pair(
                from == source ? source : structure.places.childTowards(source, from),
                to == target ? target : structure.places.childTowards(target, to));
    }

    private boolean isHere(int unit, int source, int target) {
        return units.from(unit) == source && units.to(unit) == target;
    }

    private int compareStanding(int one, int other) {
        int byDate = Integer.compare(date(other), date(one));
        return byDate != 0 ? byDate : Integer.compare(units.claim(one), units.claim(other));
    }

    /** Puts the units last whose whole is counted in another pair of places, and says where they begin. */
    private int withoutCounted(int from, int to) {
        if (parts.isEmpty()) {
            return to;
        }
        var keyOf = new Int2LongOpenHashMap();
        keyOf.defaultReturnValue(HERE);
        for (int index = from; index < to; index++) {
            keyOf.put(units.claim(order[index]), keys[order[index]]);
        }
        int end = to;
        for (int index = from; index < end; ) {
            if (isCounted(order[index], keyOf)) {
                IntArrays.swap(order, index, --end);
            } else {
                index++;
            }
        }
        return end;
    }

    private boolean isCounted(int unit, Int2LongOpenHashMap keyOf) {
        int claim = units.claim(unit);
        if (keys[unit] == HERE || !parts.get(claim)) {
            return false;
        }
        var counted = new boolean[1];
        structure.wholes.forEach(claim, whole -> {
            long key = keyOf.get(whole);
            counted[0] |= key != HERE && key != keys[unit];
        });
        return counted[0];
    }
}
