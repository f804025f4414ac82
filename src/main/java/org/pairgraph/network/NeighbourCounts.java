package org.pairgraph.network;

import java.util.Map;
import java.util.Optional;

/**
 * How many neighbours a party has, before any of them is shown.
 *
 * @param neighbours by kind, each neighbour once for each kind and direction
 * @param places by {@code within} and {@code member}: the steps that {@code through=places} adds
 * @param below for an area: the neighbours of all that lies within it, at whatever depth, without its own; each once for
 *     each kind and direction
 */
public record NeighbourCounts(
        int revision,
        NetworkNode party,
        Map<String, Sides> neighbours,
        Map<String, Integer> places,
        Optional<Map<String, Sides>> below) {

    /**
     * The two directions.
     *
     * @param supports how many it supports
     * @param supported how many support it
     */
    public record Sides(int supports, int supported) {}
}
