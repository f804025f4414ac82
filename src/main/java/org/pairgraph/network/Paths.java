package org.pairgraph.network;

import java.util.List;
import java.util.OptionalInt;

/**
 * The shortest paths from one party to another.
 *
 * @param length how many steps each has; none when there is no path, or none was found
 * @param paths each as the IRIs of its nodes, in the order of these
 * @param nodes those of all the paths, each once
 * @param edges those by which the paths step, each once: all that join two nodes beside each other
 * @param truncated whether there are more paths, or more edges, than are given
 * @param complete whether the search went to its end; when it did not, there may be a path that was not found
 */
public record Paths(
        int revision,
        OptionalInt length,
        List<List<String>> paths,
        List<NetworkNode> nodes,
        List<NetworkEdge> edges,
        boolean truncated,
        boolean complete) {}
