package org.pairgraph.network;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The terms of one revision and their numbers, 0 to {@code size() - 1}. Numbers follow the order of the terms' code
 * points, so that comparing numbers compares terms. It never changes: the terms of the next revision make the next
 * dictionary.
 *
 * <p>A term is kept as the bytes below its last slash or hash sign; what stands before that is kept once.
 */
public final class Dictionary {
    /** The dictionary without terms. */
    public static final Dictionary EMPTY = new Dictionary(new Terms(), new int[2]);

    private final Terms terms;

    /** The number of a term plus one, or 0, at the place that the term's hash gives or the next free one. */
    private final int[] slots;

    private Dictionary(Terms terms, int[] slots) {
        this.terms = terms;
        this.slots = slots;
    }

    /** How many terms there are. */
    public int size() {
        return terms.size;
    }

    /** The term of a number. */
    public String term(int number) {
        return terms.text(number);
    }

    /** Writes a term of ours below {@code /id/} as the path there, any other whole; for a JSON string. */
    void writeId(int number, Utf8 out) {
        terms.write(number, terms.idBytes, out);
    }

    /** Writes a term for a JSON string. */
    void write(int number, Utf8 out) {
        terms.write(number, terms.prefixBytes, out);
    }

    /** Something that lies where a term is read from, for {@link ReadAhead}. */
    int readAhead(int number) {
        return terms.pool[terms.offsets[number]];
    }

    /** The number of a term, or -1. */
    public int find(String term) {
        return find(terms, slots, term);
    }

    /** The first number whose term comes after this one, which may be unknown itself; {@code size()} if none does. */
    public int firstAfter(String term) {
        var probe = new Terms();
        probe.add(term);
        int low = 0;
        for (int high = size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (terms.compare(middle, probe, 0) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The bytes of memory that it takes. */
    public long bytes() {
        return terms.pool.length + 4L * (terms.offsets.length + slots.length);
    }

    private static int find(Terms terms, int[] slots, String term) {
        int cut = Terms.cut(term);
        int prefix = terms.prefixNumbers.getInt(term.substring(0, cut));
        byte[] rest = (prefix < 0 ? term : term.substring(cut)).getBytes(StandardCharsets.UTF_8);
        for (int slot = slotOf(term.hashCode(), slots.length); slots[slot] != 0; slot = next(slot, slots.length)) {
            if (terms.is(slots[slot] - 1, Math.max(prefix, 0), rest)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    private static int slotOf(int hash, int slots) {
        return (int) (Integer.toUnsignedLong(HashCommon.mix(hash)) * slots >>> Integer.SIZE);
    }

    private static int next(int slot, int slots) {
        return slot + 1 == slots ? 0 : slot + 1;
    }

    private static void put(int[] slots, int hash, int number) {
        int slot = slotOf(hash, slots.length);
        while (slots[slot] != 0) {
            slot = next(slot, slots.length);
        }
        slots[slot] = number + 1;
    }

    /** With fewer slots than this the terms would crowd. */
    private static int roomFor(int size) {
        return size + (size >> 2) + 2;
    }

    /**
     * Collects the terms of the next dictionary: those of an earlier one and new ones. Until it is built a new term has a
     * provisional number above those of the earlier dictionary. Not safe for use by many threads.
     */
    public static final class Builder {
        private final Dictionary base;
        private final Terms fresh = new Terms();
        private final IntArrayList hashes = new IntArrayList();
        private int[] slots = new int[64];

        public Builder(Dictionary base) {
            this.base = base;
        }

        /** The provisional number of a term, which is added if it is new. */
        public int add(String term) {
            int known = find(term);
            if (known >= 0) {
                return known;
            }
            if (roomFor(fresh.size + 1) > slots.length) {
                grow();
            }
            put(slots, term.hashCode(), fresh.size);
            hashes.add(term.hashCode());
            fresh.add(term);
            return base.size() + fresh.size - 1;
        }

        /** The provisional number of a term, or -1. */
        public int find(String term) {
            int known = base.find(term);
            if (known >= 0) {
                return known;
            }
            int added = Dictionary.find(fresh, slots, term);
            return added < 0 ? -1 : base.size() + added;
        }

        /** The term of a provisional number. */
        public String term(int provisional) {
            return provisional < base.size() ? base.term(provisional) : fresh.text(provisional - base.size());
        }

        public int size() {
            return base.size() + fresh.size;
        }

        /** Puts the terms in order and numbers them for good. */
        public Built build() {
            if (fresh.size == 0) {
                int[] same = new int[base.size()];
                Arrays.setAll(same, number -> number);
                return new Built(base, same);
            }
            int[] order = sorted();
            int[] numbers = new int[size()];
            var merged = new Terms(base.terms, fresh);
            int from = 0;
            for (int added : order) {
                int to = base.terms.firstNotBefore(from, fresh, added);
                numberRun(numbers, from, to, merged.size - from);
                merged.addRun(base.terms, from, to);
                numbers[base.size() + added] = merged.size;
                merged.add(fresh.text(added));
                from = to;
            }
            numberRun(numbers, from, base.size(), merged.size - from);
            merged.addRun(base.terms, from, base.size());
            merged.trim();
            return new Built(new Dictionary(merged, slotsFor(merged, numbers)), numbers);
        }

        private static void numberRun(int[] numbers, int from, int to, int shift) {
            for (int number = from; number < to; number++) {
                numbers[number] = number + shift;
            }
        }

        private int[] slotsFor(Terms merged, int[] numbers) {
            if (roomFor(merged.size) > base.slots.length) {
                var larger = new int[roomFor(merged.size + (merged.size >> 3))];
                for (int number = 0; number < base.size(); number++) {
                    put(larger, base.term(number).hashCode(), numbers[number]);
                }
                for (int added = 0; added < fresh.size; added++) {
                    put(larger, hashes.getInt(added), numbers[base.size() + added]);
                }
                return larger;
            }
            var moved = new int[base.slots.length];
            for (int slot = 0; slot < moved.length; slot++) {
                moved[slot] = base.slots[slot] == 0 ? 0 : numbers[base.slots[slot] - 1] + 1;
            }
            for (int added = 0; added < fresh.size; added++) {
                put(moved, hashes.getInt(added), numbers[base.size() + added]);
            }
            return moved;
        }

        private int[] sorted() {
            int[] order = new int[fresh.size];
            Arrays.setAll(order, number -> number);
            IntArrays.quickSort(order, (one, other) -> fresh.compare(one, fresh, other));
            return order;
        }

        private void grow() {
            slots = new int[2 * slots.length];
            for (int number = 0; number < fresh.size; number++) {
                put(slots, hashes.getInt(number), number);
            }
        }
    }

    /**
     * A dictionary, and what became of the provisional numbers: {@code numbers[provisional]} is the number for good.
     * Terms of the earlier dictionary keep their order.
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Built(Dictionary dictionary, int[] numbers) {}
}
