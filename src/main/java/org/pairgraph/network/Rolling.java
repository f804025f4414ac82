package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pairgraph.network.RollUp.Edge;
import org.pairgraph.network.RollUp.Stated;

/** One roll-up: units of claims, put together from the smallest pairs of places up to the pairs of areas. */
final class Rolling {
    private static final int BITS = 28;
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
        order = ordered();
        keys = new long[order.length];

        var areas = new IntLinkedOpenHashSet();
        var edges = new ArrayList<Edge>();
        for (int from = 0; from < order.length; ) {
            int to = endOfPair(from);
            edges.add(edge(from, to));
            areas.add(units.source(order[from]));
            areas.add(units.target(order[from]));
            from = to;
        }
        edges.sort(
                Comparator.comparing(Edge::source).thenComparing(Edge::target).thenComparing(Edge::kind));
        var nodes = areas.intStream().sorted().mapToObj(description::node).toList();
        return new RollUp(revision, level, nodes, edges, unplaced);
    }

    /** The units by source, then target, then kind. */
    private int[] ordered() {
        var sources = new long[units.size()];
        for (int unit = 0; unit < sources.length; unit++) {
            sources[unit] = (long) units.source(unit) << BITS | unit;
        }
        Arrays.sort(sources);
        var sorted = new long[sources.length];
        for (int from = 0; from < sources.length; ) {
            int to = from;
            while (to < sources.length && sources[to] >>> BITS == sources[from] >>> BITS) {
                int unit = (int) (sources[to] & (1L << BITS) - 1);
                sorted[to++] = ((long) units.target(unit) << 7 | kind(unit)) << BITS | unit;
            }
            Arrays.sort(sorted, from, to);
            from = to;
        }
        return Arrays.stream(sorted)
                .mapToInt(key -> (int) (key & (1L << BITS) - 1))
                .toArray();
    }

    private int endOfPair(int from) {
        int first = order[from];
        int to = from + 1;
        while (to < order.length
                && units.source(order[to]) == units.source(first)
                && units.target(order[to]) == units.target(first)
                && kind(order[to]) == kind(first)) {
            to++;
        }
        return to;
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
            if (key(unit, source, target) == HERE) {
                here.add(unit);
            } else {
                below = units.links(unit);
                namedBelow = units.named(unit);
            }
        }
    }

    /** The pair of places one step down that a unit belongs to, or that it is made at exactly this pair. */
    private long key(int unit, int source, int target) {
        int from = units.from(unit);
        int to = units.to(unit);
        if (from == source && to == target) {
            return HERE;
        }
        return Lists.pair(
                from == source ? source : structure.places.childTowards(source, from),
                to == target ? target : structure.places.childTowards(target, to));
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
