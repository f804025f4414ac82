package org.pairgraph.store;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * The triples that follow from what the sources say: {@code pg:supports} from each supporter to each supported party of
 * a pairing that is actual, and {@code pg:withinTransitive} from a thing to every place above it, itself excluded.
 * Linear in the pairings and in the depth of the place hierarchy; a ring in the hierarchy ends where it began.
 */
final class Derivation {
    private Derivation() {}

    static Set<Triple> of(Graph graph) {
        var derived = new LinkedHashSet<Triple>();
        addSupports(graph, derived);
        addWithin(graph, derived);
        return derived;
    }

    private static void addSupports(Graph graph, Set<Triple> derived) {
        graph.find(Node.ANY, PG.supporter, Node.ANY).forEach(triple -> {
            var claim = triple.getSubject();
            if (graph.contains(claim, PG.status, PGC.actual) && isPairing(graph, claim)) {
                graph.find(claim, PG.supported, Node.ANY)
                        .forEach(other ->
                                derived.add(Triple.create(triple.getObject(), PG.supports, other.getObject())));
            }
        });
    }

    private static boolean isPairing(Graph graph, Node claim) {
        return graph.contains(claim, RDF.type.asNode(), PG.Pairing);
    }

    private static void addWithin(Graph graph, Set<Triple> derived) {
        Map<Node, Set<Node>> parents = new HashMap<>();
        graph.find(Node.ANY, PG.within, Node.ANY)
                .forEach(triple -> parents.computeIfAbsent(triple.getSubject(), subject -> new LinkedHashSet<>())
                        .add(triple.getObject()));
        for (var thing : parents.keySet()) {
            above(thing, parents).forEach(place -> derived.add(Triple.create(thing, PG.withinTransitive, place)));
        }
    }

    private static Set<Node> above(Node thing, Map<Node, Set<Node>> parents) {
        var found = new LinkedHashSet<Node>();
        var open = new ArrayDeque<>(parents.getOrDefault(thing, Set.of()));
        while (!open.isEmpty()) {
            var place = open.remove();
            if (!place.equals(thing) && found.add(place)) {
                open.addAll(parents.getOrDefault(place, Set.of()));
            }
        }
        return found;
    }
}
