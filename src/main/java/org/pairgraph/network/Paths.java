package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The shortest paths from one party to another. It never changes. */
public final class Paths {
    final List<IntArrayList> ways;
    final int[] things;
    final Edges steps;
    private final Structure structure;
    private final int revision;
    private final boolean truncated;
    private final boolean complete;

    Paths(
            Structure structure,
            int revision,
            List<IntArrayList> ways,
            int[] things,
            Edges steps,
            boolean truncated,
            boolean complete) {
        this.structure = structure;
        this.revision = revision;
        this.ways = ways;
        this.things = things;
        this.steps = steps;
        this.truncated = truncated;
        this.complete = complete;
    }

    static Paths none(Structure structure, int revision, boolean complete) {
        return new Paths(structure, revision, List.of(), new int[0], new Edges(), false, complete);
    }

    public int revision() {
        return revision;
    }

    /** How many steps each has; none when there is no path, or none was found. */
    public OptionalInt length() {
        return ways.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(ways.getFirst().size() - 1);
    }

    /** Each as the IRIs of its nodes, in the order of these. */
    public List<List<String>> paths() {
        var description = new Description(structure);
        return ways.stream()
                .map(way -> way.intStream().mapToObj(description::iri).toList())
                .toList();
    }

    /** Those of all the paths, each once. */
    public List<NetworkNode> nodes() {
        var description = new Description(structure);
        return IntStream.of(things).mapToObj(description::node).toList();
    }

    /** Those by which the paths step, each once: all that join two nodes beside each other. */
    public List<NetworkEdge> edges() {
        return steps.described(new Description(structure));
    }

    /** Whether there are more paths, or more edges, than are given. */
    public boolean truncated() {
        return truncated;
    }

    /** Whether the search went to its end; when it did not, there may be a path that was not found. */
    public boolean complete() {
        return complete;
    }
}
