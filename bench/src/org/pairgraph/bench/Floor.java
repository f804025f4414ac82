package org.pairgraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The supports edges of the network in plain arrays, and what they say of the parties that are asked about. */
final class Floor {
    private final Adjacency adjacency;
    private final Map<String, Integer> numbers;
    private final double buildMillis;

    private Floor(Adjacency adjacency, Map<String, Integer> numbers, double buildMillis) {
        this.adjacency = adjacency;
        this.numbers = numbers;
        this.buildMillis = buildMillis;
    }

    /** Two parties that are joined, and by how many steps. */
    record Pair(String from, String to, int steps) {}

    static Floor of(LoadClient client, String endpoint) {
        var edges = Subjects.rows(client, endpoint, "SELECT ?a ?b { ?a pg:supports ?b }");
        var numbers = Adjacency.numbers(edges);
        long start = System.nanoTime();
        var adjacency = Adjacency.of(edges, numbers);
        return new Floor(adjacency, numbers, (System.nanoTime() - start) / 1e6);
    }

    /** What building the arrays took, the names once looked up. */
    double buildMillis() {
        return buildMillis;
    }

    /** How many are within three steps, the party itself among them. */
    int within(String party, int limit) {
        return adjacency.walk(number(party), 3, limit);
    }

    /** The steps between two parties, or -1. */
    int distance(String from, String to) {
        return adjacency.distance(number(from), number(to));
    }

    /** For each party one of the others that it is joined with, if there is one. */
    List<Pair> joined(List<String> parties) {
        var pairs = new ArrayList<Pair>();
        for (int index = 0; index < parties.size(); index++) {
            for (int other = 1; other < parties.size(); other++) {
                var to = parties.get((index + other) % parties.size());
                int steps = distance(parties.get(index), to);
                if (steps > 0) {
                    pairs.add(new Pair(parties.get(index), to, steps));
                    break;
                }
            }
        }
        return pairs;
    }

    private int number(String party) {
        return numbers.get("<" + party + ">");
    }
}
