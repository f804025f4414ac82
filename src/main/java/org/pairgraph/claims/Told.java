package org.pairgraph.claims;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/** Claims that exclude each other tell one fact: they count once. */
final class Told {
    private Told() {}

    /** How many facts some claims tell. */
    static int countOnce(Collection<Node> claims, Function<Node, List<Node>> disagreesWith) {
        Map<Node, Node> leaders = new HashMap<>();
        claims.forEach(claim -> leaders.put(claim, claim));
        int count = leaders.size();
        for (var claim : claims) {
            for (var other : disagreesWith.apply(claim)) {
                if (leaders.containsKey(other)) {
                    var one = leader(claim, leaders);
                    var two = leader(other, leaders);
                    if (!one.equals(two)) {
                        leaders.put(one, two);
                        count--;
                    }
                }
            }
        }
        return count;
    }

    private static Node leader(Node claim, Map<Node, Node> leaders) {
        var leader = claim;
        while (!leaders.getOrDefault(leader, leader).equals(leader)) {
            leader = leaders.getOrDefault(leader, leader);
        }
        return leader;
    }
}
