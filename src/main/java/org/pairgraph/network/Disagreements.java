package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The claims that are joined by {@code pg:disagreesWith}, each such set in the order in which its claims speak for all
 * of it: one that no other disagrees with first, then the one with the later date (as-of, else start), then by IRI.
 */
final class Disagreements {
    private final BitSet joined = new BitSet();
    private final Int2IntOpenHashMap setOf = new Int2IntOpenHashMap();
    private final List<int[]> sets = new ArrayList<>();

    Disagreements(Tables tables) {
        var contested = new BitSet();
        var first = new Int2IntOpenHashMap();
        first.defaultReturnValue(-1);
        for (long pair : tables.disagreements) {
            int later = Lists.row(pair);
            int earlier = Lists.value(pair);
            if (tables.isClaim[later] && tables.isClaim[earlier] && later != earlier) {
                contested.set(earlier);
                joined.set(later);
                joined.set(earlier);
                join(first, later, earlier);
            }
        }

        var members = new Int2IntOpenHashMap();
        members.defaultReturnValue(-1);
        var collected = new ArrayList<IntArrayList>();
        joined.stream().forEach(claim -> {
            int root = root(first, claim);
            int set = members.get(root);
            if (set < 0) {
                set = collected.size();
                members.put(root, set);
                collected.add(new IntArrayList());
            }
            setOf.put(claim, set);
            collected.get(set).add(claim);
        });
        for (var set : collected) {
            int[] claims = set.toIntArray();
            IntArrays.quickSort(claims, (one, other) -> compare(tables, contested, one, other));
            sets.add(claims);
        }
    }

    /** Whether a claim is joined with others. */
    boolean isJoined(int claim) {
        return joined.get(claim);
    }

    /** The claims that a joined claim is joined with, itself among them, the one that speaks for all first. */
    int[] joinedWith(int claim) {
        return sets.get(setOf.get(claim));
    }

    private static int compare(Tables tables, BitSet contested, int one, int other) {
        int byStanding = Boolean.compare(contested.get(one), contested.get(other));
        if (byStanding != 0) {
            return byStanding;
        }
        int byDate = Integer.compare(date(tables, other), date(tables, one));
        return byDate != 0 ? byDate : Integer.compare(one, other);
    }

    private static int date(Tables tables, int claim) {
        return tables.asOfs[claim] != Day.NONE ? tables.asOfs[claim] : tables.starts[claim];
    }

    private static void join(Int2IntOpenHashMap first, int one, int other) {
        int oneRoot = root(first, one);
        int otherRoot = root(first, other);
        if (oneRoot != otherRoot) {
            first.put(Math.max(oneRoot, otherRoot), Math.min(oneRoot, otherRoot));
        }
    }

    private static int root(Int2IntOpenHashMap first, int claim) {
        int root = claim;
        while (first.get(root) >= 0) {
            root = first.get(root);
        }
        return root;
    }
}
