package org.pairgraph.search;

import java.util.Arrays;
import java.util.BitSet;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/**
 * The best parties of a segment for one query. A party stands where its best name puts it, of several the first. The
 * order is that of one number: extent and reading, rank of the class, degree (the greater first), and the party's own
 * number, which follows the names.
 */
final class Ranking implements Found {
    private static final int DEGREE_BITS = 24;
    private static final int PARTY_BITS = 28;
    private static final int MOST = (1 << DEGREE_BITS) - 1;
    private static final long PARTY = (1L << PARTY_BITS) - 1;

    /** How a reading counts: pinyin as much as the name, then a less usual reading, then initials. */
    private static final int[] STEP = {0, 0, 1, 2};

    private final Segment segment;
    private final PartyQuery query;
    private final BitSet hidden;
    private final BitSet accepted = new BitSet();
    private final BitSet refused = new BitSet();
    private final long[] keys;
    private final int[] names;
    private final Reading[] readings;
    private BitSet earlier = new BitSet();
    private int size;

    /** @param hidden parties that are not to be found */
    Ranking(Segment segment, PartyQuery query, BitSet hidden) {
        this.segment = segment;
        this.query = query;
        this.hidden = hidden;
        this.keys = new long[query.limit()];
        this.names = new int[query.limit()];
        this.readings = new Reading[query.limit()];
    }

    @Override
    public void at(int name, Extent extent, Reading reading) {
        int party = segment.owner(name);
        if (!isWanted(party) || earlier.get(party)) {
            return;
        }
        long key = key(party, extent, reading);
        if (size == keys.length && key >= keys[size - 1]) {
            return;
        }
        int known = indexOf(party);
        if (known < 0) {
            insert(key, name, reading, size == keys.length ? size - 1 : size++);
        } else if (key < keys[known]) {
            insert(key, name, reading, known);
        } else if (key == keys[known] && reading == readings[known]) {
            names[known] = Math.min(name, names[known]);
        }
    }

    /** Leaves parties out, which count all the same. */
    void leaveOut(BitSet parties) {
        earlier = parties;
    }

    int total() {
        return accepted.cardinality();
    }

    /** How many of these no earlier page has shown. */
    int ahead() {
        return accepted.cardinality() - earlier.cardinality();
    }

    int size() {
        return size;
    }

    int name(int index) {
        return names[index];
    }

    Reading reading(int index) {
        return readings[index];
    }

    Extent extent(int index) {
        return Extent.values()[(int) (keys[index] >>> DEGREE_BITS + PARTY_BITS + 4) / 3];
    }

    /** What orders parties of different segments, up to their names. */
    long order(int index) {
        return keys[index] >>> PARTY_BITS;
    }

    boolean isWanted(int party) {
        if (accepted.get(party)) {
            return true;
        }
        if (refused.get(party) || hidden.get(party)) {
            return false;
        }
        boolean isWanted =
                segment.type(party).isAny(query.classes()) && query.within().test(segment.node(party));
        (isWanted ? accepted : refused).set(party);
        return isWanted;
    }

    /** What orders a party that is found by a name, up to the names. */
    long order(int party, Extent extent, Reading reading) {
        return key(party, extent, reading) >>> PARTY_BITS;
    }

    private long key(int party, Extent extent, Reading reading) {
        long fit = extent.ordinal() * 3L + STEP[reading.ordinal()];
        long few = MOST - Math.clamp(segment.degree(party), 0, MOST);
        return ((fit << 4 | segment.type(party).rank()) << DEGREE_BITS | few) << PARTY_BITS | party;
    }

    private int indexOf(int party) {
        for (int i = 0; i < size; i++) {
            if ((keys[i] & PARTY) == party) {
                return i;
            }
        }
        return -1;
    }

    /** Puts an entry where it belongs, over the one at {@code free}. */
    private void insert(long key, int name, Reading reading, int free) {
        int found = Arrays.binarySearch(keys, 0, free, key);
        int at = -found - 1;
        System.arraycopy(keys, at, keys, at + 1, free - at);
        System.arraycopy(names, at, names, at + 1, free - at);
        System.arraycopy(readings, at, readings, at + 1, free - at);
        keys[at] = key;
        names[at] = name;
        readings[at] = reading;
    }
}
