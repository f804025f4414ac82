package org.pairgraph.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What to walk.
 *
 * @param from IRIs of parties to begin at, at least one
 * @param depth how many steps, 1 to {@value #MAX_DEPTH}
 * @param throughPlaces whether to step also between a thing and its place, and a group and its named members
 * @param limit how many nodes at most, the starts among them, 1 to {@value #MAX_LIMIT}
 * @param after only with one start and depth 1: the IRI of the last node of the page before, which is {@link Walk#next}
 */
public record WalkQuery(
        List<String> from,
        int depth,
        Direction direction,
        boolean throughPlaces,
        NetworkFilter filter,
        int limit,
        Optional<String> after) {
    public static final int MAX_DEPTH = 6;
    public static final int DEFAULT_LIMIT = 500;
    public static final int MAX_LIMIT = 5_000;

    /** Which way to follow the edges of claims; edges of places are followed both ways. */
    public enum Direction {
        /** To those whom a party supports. */
        SUPPORTS,
        /** To those who support it. */
        SUPPORTED,
        BOTH
    }

    public WalkQuery {
        from = List.copyOf(from);
        requireBetween("depth", depth, MAX_DEPTH);
        requireBetween("limit", limit, MAX_LIMIT);
        if (from.isEmpty()) {
            throw new IllegalArgumentException("A walk begins somewhere: name at least one party.");
        }
        if (after.isPresent() && !(depth == 1 && new HashSet<>(from).size() == 1)) {
            throw new IllegalArgumentException("Only the neighbours of one party at depth 1 come in pages.");
        }
    }

    /** All that lies within some steps of one party, both ways, claims only. */
    public static WalkQuery from(String party, int depth) {
        return new WalkQuery(
                List.of(party), depth, Direction.BOTH, false, NetworkFilter.ALL, DEFAULT_LIMIT, Optional.empty());
    }

    /** Whether it is one party and its neighbours: these come in pages. */
    boolean isOfNeighbours() {
        return depth == 1 && (from.size() == 1 || new HashSet<>(from).size() == 1);
    }

    private static void requireBetween(String name, int value, int greatest) {
        if (value < 1 || value > greatest) {
            throw new IllegalArgumentException("The " + name + " is 1 to " + greatest + ", not " + value + ".");
        }
    }
}
