package org.pairgraph.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The floor: the supports edges, both ways, in plain arrays, and nothing else. */
final class Adjacency {
    private final int[] starts;
    private final int[] others;
    private final int[] seen;
    private final int[] queue;
    private int mark;

    private Adjacency(int[] starts, int[] others) {
        this.starts = starts;
        this.others = others;
        this.seen = new int[starts.length];
        this.queue = new int[starts.length];
    }

    static Map<String, Integer> numbers(List<String[]> edges) {
        var numbers = new HashMap<String, Integer>();
        for (var edge : edges) {
            numbers.putIfAbsent(edge[0], numbers.size());
            numbers.putIfAbsent(edge[1], numbers.size());
        }
        return numbers;
    }

    static Adjacency of(List<String[]> edges, Map<String, Integer> numbers) {
        var starts = new int[numbers.size() + 1];
        for (var edge : edges) {
            starts[numbers.get(edge[0]) + 1]++;
            starts[numbers.get(edge[1]) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = starts.clone();
        var others = new int[edges.size() * 2];
        for (var edge : edges) {
            int from = numbers.get(edge[0]);
            int to = numbers.get(edge[1]);
            others[next[from]++] = to;
            others[next[to]++] = from;
        }
        return new Adjacency(starts, others);
    }

    /** How many are within some steps, at most {@code limit}. */
    int walk(int start, int depth, int limit) {
        mark++;
        int end = 1;
        int done = 0;
        queue[0] = start;
        seen[start] = mark;
        for (int step = 0; step < depth; step++) {
            for (int layer = end; done < layer; done++) {
                for (int place = starts[queue[done]]; place < starts[queue[done] + 1]; place++) {
                    int other = others[place];
                    if (seen[other] != mark) {
                        seen[other] = mark;
                        queue[end++] = other;
                        if (end == limit) {
                            return end;
                        }
                    }
                }
            }
        }
        return end;
    }

    /** The steps from one to another, breadth first; -1 when there is no way. */
    int distance(int start, int goal) {
        mark++;
        int end = 1;
        int done = 0;
        queue[0] = start;
        seen[start] = mark;
        for (int step = 0; done < end; step++) {
            for (int layer = end; done < layer; done++) {
                if (queue[done] == goal) {
                    return step;
                }
                for (int place = starts[queue[done]]; place < starts[queue[done] + 1]; place++) {
                    int other = others[place];
                    if (seen[other] != mark) {
                        seen[other] = mark;
                        queue[end++] = other;
                    }
                }
            }
        }
        return -1;
    }
}
