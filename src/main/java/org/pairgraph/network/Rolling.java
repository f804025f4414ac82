package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntList;

/** Part of a roll-up: what the units of a range that a filter lets through come to. */
final class Rolling {
    /** With fewer units than this a second thread does not pay. */
    private static final int WORTH_A_THREAD = 20_000;

    private final Structure structure;
    private final Selection selection;
    private final Units units;
    private final RollUp rollUp;
    private int[] run = new int[64];
    private long[] deeperKeys = {};

    private Rolling(Structure structure, Selection selection, RollUp rollUp) {
        this.structure = structure;
        this.selection = selection;
        this.rollUp = rollUp;
        units = rollUp.units();
    }

    /** The whole of a roll-up; when there is much, half of it is made in another thread. */
    static RollUp roll(Structure structure, AreaLevel level, NetworkFilter filter, int revision) {
        var selection = structure.selection(filter);
        var units = structure.unitsAt(level);
        int middle = units.size() < WORTH_A_THREAD ? 0 : units.nextEdge(units.size() / 2);
        var half = middle == 0
                ? null
                : Meanwhile.begin(
                        () -> part(structure, selection, new RollUp(structure, units, level, revision), 0, middle));
        var rest = part(structure, selection, new RollUp(structure, units, level, revision), middle, units.size());
        var whole = half == null ? rest : half.get().with(rest);
        whole.end((int) units.unplaced.stream().filter(selection::takes).count());
        return whole;
    }

    private static RollUp part(Structure structure, Selection selection, RollUp rollUp, int from, int to) {
        new Rolling(structure, selection, rollUp).roll(from, to);
        return rollUp;
    }

    private void roll(int begin, int end) {
        for (int from = begin; from < end; ) {
            int to = from;
            int size = 0;
            while (to < end && units.areOfOneEdge(from, to)) {
                if (selection.takes(units.claim(to))) {
                    run = IntArrays.grow(run, size + 1);
                    run[size++] = to;
                }
                to++;
            }
            if (size == 1) {
                addEdge(run[0]);
            } else if (size > 1) {
                addEdgeOf(size);
            }
            from = to;
        }
    }

    private void addEdge(int unit) {
        boolean isHere = units.key(unit) == Units.HERE;
        int links = units.links(unit);
        rollUp.add(
                unit,
                isHere ? IntList.of(unit) : IntList.of(),
                isHere ? 0 : links,
                links,
                units.named(unit),
                units.isPlacedByProgramme(unit));
    }

    private void addEdgeOf(int size) {
        int first = run[0];
        boolean byProgramme = false;
        for (int index = 0; index < size; index++) {
            byProgramme |= units.isPlacedByProgramme(run[index]);
        }
        var sum = new Sum();
        sum.put(0, size, units.source(first), units.target(first), true);
        rollUp.add(first, sum.here, sum.below, sum.atLeast(), sum.named(), byProgramme);
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

        /**
         * Takes the units from one place in the run to another; their order changes.
         *
         * @param isTop whether this is the pair of areas itself, whose keys are known and in order
         */
        void put(int from, int to, int source, int target, boolean isTop) {
            if (to - from == 1) {
                putOne(run[from], source, target);
                return;
            }
            if (!isTop) {
                makeKeys(from, to, source, target);
            }
            int end = withoutCounted(from, to, isTop);
            if (!isTop) {
                IntArrays.quickSort(run, from, end, (one, other) -> Long.compare(deeperKeys[one], deeperKeys[other]));
            }
            int next = from;
            while (next < end && key(run[next], isTop) == Units.HERE) {
                here.add(run[next++]);
            }
            here.sort(Rolling.this::compareStanding);
            while (next < end) {
                int first = next;
                long key = key(run[first], isTop);
                while (next < end && key(run[next], isTop) == key) {
                    next++;
                }
                putBelow(first, next, key);
            }
        }

        private void putBelow(int from, int to, long key) {
            int atLeast;
            int named;
            if (to - from == 1) {
                atLeast = units.links(run[from]);
                named = units.named(run[from]);
            } else {
                var sum = new Sum();
                sum.put(from, to, Lists.row(key), Lists.value(key), false);
                atLeast = sum.atLeast();
                named = sum.named();
            }
            below = Math.addExact(below, atLeast);
            namedBelow = Math.addExact(namedBelow, named);
        }

        private void putOne(int unit, int source, int target) {
            if (units.key(unit, source, target) == Units.HERE) {
                here.add(unit);
            } else {
                below = units.links(unit);
                namedBelow = units.named(unit);
            }
        }
    }

    private void makeKeys(int from, int to, int source, int target) {
        if (deeperKeys.length == 0) {
            deeperKeys = new long[units.size()];
        }
        for (int index = from; index < to; index++) {
            deeperKeys[run[index]] = units.key(run[index], source, target);
        }
    }

    private long key(int unit, boolean isTop) {
        return isTop ? units.key(unit) : deeperKeys[unit];
    }

    private int compareStanding(int one, int other) {
        int byDate = Integer.compare(units.date(other), units.date(one));
        return byDate != 0 ? byDate : Integer.compare(units.claim(one), units.claim(other));
    }

    /** Takes the units out whose whole is counted in another pair of places, and says where the others end. */
    private int withoutCounted(int from, int to, boolean isTop) {
        boolean hasParts = false;
        for (int index = from; index < to && !hasParts; index++) {
            hasParts = structure.isPart(units.claim(run[index]));
        }
        if (!hasParts) {
            return to;
        }
        var keyOf = new Int2LongOpenHashMap();
        keyOf.defaultReturnValue(Units.HERE);
        for (int index = from; index < to; index++) {
            keyOf.put(units.claim(run[index]), key(run[index], isTop));
        }
        int end = from;
        for (int index = from; index < to; index++) {
            if (!isCounted(run[index], key(run[index], isTop), keyOf)) {
                run[end++] = run[index];
            }
        }
        return end;
    }

    private boolean isCounted(int unit, long own, Int2LongOpenHashMap keyOf) {
        int claim = units.claim(unit);
        if (own == Units.HERE || !structure.isPart(claim)) {
            return false;
        }
        var counted = new boolean[1];
        structure.wholes().forEach(claim, whole -> {
            long key = keyOf.get(whole);
            counted[0] |= key != Units.HERE && key != own;
        });
        return counted[0];
    }
}
