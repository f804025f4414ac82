package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * For each claim the claims that it is a part of, near and far: because it says so, or because it names some members of
 * the other's groups and nobody else. Claims that are parts of each other are parts of neither.
 */
final class Wholes {
    private final Structure structure;
    private final Int2ObjectOpenHashMap<IntOpenHashSet> near = new Int2ObjectOpenHashMap<>();

    private Wholes(Structure structure) {
        this.structure = structure;
    }

    static Pairs of(Structure structure) {
        var wholes = new Wholes(structure);
        wholes.addStated();
        structure.tables.groups.keySet().forEach(wholes::addByMembers);
        return wholes.closed();
    }

    private void addStated() {
        for (long pair : structure.tables.wholes) {
            add(Lists.row(pair), Lists.value(pair));
        }
    }

    private void addByMembers(int group) {
        structure.members(group, member -> {
            addByMember(structure.supports, group, member);
            addByMember(structure.supportedBy, group, member);
        });
    }

    private void addByMember(Adjacency adjacency, int group, int member) {
        for (int edge = adjacency.start(group); edge < adjacency.end(group); edge++) {
            int whole = adjacency.claim(edge);
            for (int other = adjacency.start(member); other < adjacency.end(member); other++) {
                int part = adjacency.claim(other);
                if (adjacency.kind(edge) == adjacency.kind(other)
                        && part != whole
                        && covers(structure.tables.supporters, whole, part)
                        && covers(structure.tables.supported, whole, part)) {
                    add(part, whole);
                }
            }
        }
    }

    /** Whether each party on one side of a claim is on that side of another, or is a named member of a group there. */
    private boolean covers(Lists side, int whole, int part) {
        for (int position = side.start(part); position < side.end(part); position++) {
            if (!hasOrNames(side, whole, side.at(position))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasOrNames(Lists side, int whole, int party) {
        for (int position = side.start(whole); position < side.end(whole); position++) {
            int other = side.at(position);
            if (other == party || structure.tables.members.contains(other, party)) {
                return true;
            }
        }
        return false;
    }

    private void add(int part, int whole) {
        if (part != whole && structure.tables.isClaim[part] && structure.tables.isClaim[whole]) {
            near.computeIfAbsent(part, claim -> new IntOpenHashSet()).add(whole);
        }
    }

    private Pairs closed() {
        var all = new LongOpenHashSet();
        near.keySet().forEach(part -> {
            var open = new IntArrayList(near.get(part));
            while (!open.isEmpty()) {
                int whole = open.removeInt(open.size() - 1);
                if (all.add(Lists.pair(part, whole))) {
                    open.addAll(near.getOrDefault(whole, new IntOpenHashSet()));
                }
            }
        });
        return new Pairs(all.longStream()
                .filter(pair -> !all.contains(Lists.pair(Lists.value(pair), Lists.row(pair))))
                .toArray());
    }
}
