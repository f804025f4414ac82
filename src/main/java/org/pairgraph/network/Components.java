package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Which things are joined at all, whatever the filter and the direction: these have the same number. */
final class Components {
    private final int[] numbers;

    /** @param throughPlaces whether places and members join too */
    Components(Structure structure, boolean throughPlaces) {
        numbers = new int[structure.tables.things()];
        Arrays.fill(numbers, -1);
        var open = new IntArrayList();
        for (int first = 0; first < numbers.length; first++) {
            int number = first;
            IntConsumer join = thing -> {
                if (numbers[thing] < 0) {
                    numbers[thing] = number;
                    open.add(thing);
                }
            };
            join.accept(first);
            while (!open.isEmpty()) {
                int thing = open.removeInt(open.size() - 1);
                structure.supports.forEachOther(thing, join);
                structure.supportedBy.forEachOther(thing, join);
                if (throughPlaces) {
                    structure.forEachAround(thing, join);
                }
            }
        }
    }

    boolean areJoined(int one, int other) {
        return numbers[one] == numbers[other];
    }
}
