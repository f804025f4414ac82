package org.pairgraph.network;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pairgraph.network.NeighbourCounts.Sides;

/** Counts the neighbours of a party and of what lies within it. */
final class Counting {
    private final Structure structure;
    private final Selection selection;

    Counting(Structure structure, NetworkFilter filter) {
        this.structure = structure;
        selection = structure.selection(filter);
    }

    Map<String, Sides> neighbours(int party) {
        var degrees = new Degrees(structure, selection);
        return sides(degrees.supports(party), degrees.supportedBy(party));
    }

    Map<String, Integer> places(int party) {
        var counts = new int[2];
        if (structure.places.parent(party) >= 0) {
            count(structure.places.parent(party), counts, 0);
        }
        structure.places.forEachChild(party, child -> count(child, counts, 0));
        structure.members(party, member -> count(member, counts, 1));
        structure.groupsOf(party, group -> count(group, counts, 1));

        var named = new TreeMap<String, Integer>();
        if (counts[0] > 0) {
            named.put(NetworkEdge.WITHIN, counts[0]);
        }
        if (counts[1] > 0) {
            named.put(NetworkEdge.MEMBER, counts[1]);
        }
        return named;
    }

    private void count(int other, int[] counts, int place) {
        if (selection.meets(other)) {
            counts[place]++;
        }
    }

    /** Linear in the edges of all that lies within; none for what is no area. */
    Optional<Map<String, Sides>> below(int party) {
        return ThingClass.isArea(structure.tables.classes[party])
                ? Optional.of(sides(below(party, structure.supports), below(party, structure.supportedBy)))
                : Optional.empty();
    }

    private int[] below(int area, Adjacency adjacency) {
        var counts = new int[structure.tables.kindCodes.size()];
        var counted = new LongOpenHashSet();
        structure.places.forEachBelow(area, thing -> {
            for (int edge = adjacency.start(thing); edge < adjacency.end(thing); edge++) {
                if (selection.takes(adjacency.claim(edge))
                        && selection.meets(adjacency.other(edge))
                        && counted.add(adjacency.kindAndOther(edge))) {
                    counts[adjacency.kind(edge)]++;
                }
            }
        });
        return counts;
    }

    private Map<String, Sides> sides(int[] supports, int[] supported) {
        var named = new TreeMap<String, Sides>();
        for (int kind = 0; kind < supports.length; kind++) {
            if (supports[kind] + supported[kind] > 0) {
                named.put(structure.tables.kindCodes.name(kind), new Sides(supports[kind], supported[kind]));
            }
        }
        return named;
    }
}
