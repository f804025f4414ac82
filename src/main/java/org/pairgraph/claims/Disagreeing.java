package org.pairgraph.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** Which claims exclude each other, whichever of the two says so. */
final class Disagreeing {
    private Disagreeing() {}

    /** For each such claim the others, in order. */
    static Map<Node, List<Node>> of(Graph graph) {
        var others = new HashMap<Node, SortedSet<Node>>();
        graph.find(Node.ANY, PG.disagreesWith, Node.ANY).forEachRemaining(triple -> {
            add(triple.getSubject(), triple.getObject(), others);
            add(triple.getObject(), triple.getSubject(), others);
        });
        var lists = new HashMap<Node, List<Node>>();
        others.forEach((claim, found) -> lists.put(claim, List.copyOf(found)));
        return Map.copyOf(lists);
    }

    private static void add(Node claim, Node other, Map<Node, SortedSet<Node>> others) {
        others.computeIfAbsent(claim, first -> new TreeSet<>(Description.ORDER)).add(other);
    }
}
