package org.pairgraph.network;

import org.pairgraph.network.WalkQuery.Direction;

/**
 * Which paths to find.
 *
 * @param direction which way to follow the edges of claims from the first party to the last
 * @param throughPlaces whether to step also between a thing and its place, and a group and its named members
 * @param max how many paths at most, 1 to {@value #MAX_PATHS}
 */
public record PathQuery(
        String from, String to, Direction direction, boolean throughPlaces, NetworkFilter filter, int max) {
    public static final int DEFAULT_PATHS = 10;
    public static final int MAX_PATHS = 100;

    public PathQuery {
        if (max < 1 || max > MAX_PATHS) {
            throw new IllegalArgumentException("The number of paths is 1 to " + MAX_PATHS + ", not " + max + ".");
        }
    }

    /** The paths between two parties, whoever supports whom. */
    public static PathQuery between(String from, String to) {
        return new PathQuery(from, to, Direction.BOTH, false, NetworkFilter.ALL, DEFAULT_PATHS);
    }
}
