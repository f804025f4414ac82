package org.pairgraph.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * The triples that follow from what the sources say: {@code pg:supports} from each supporter to each supported party of
 * a pairing that is actual, and {@code pg:withinTransitive} from a thing to every place above it, itself excluded. A ring
 * in the place hierarchy ends where it began.
 */
final class Derivation {
    private static final Node TYPE = RDF.type.asNode();

    private Derivation() {}

    /** All that follows from a graph. Linear in its pairings and in the depth of the place hierarchy. */
    static Set<Triple> of(Graph graph) {
        var derived = new LinkedHashSet<Triple>();
        graph.find(Node.ANY, TYPE, PG.Pairing)
                .forEach(pairing ->
                        derived.addAll(Pairing.of(pairing.getSubject(), graph).supports()));

        Map<Node, List<Node>> parents = new HashMap<>();
        graph.find(Node.ANY, PG.within, Node.ANY)
                .forEach(within -> parents.merge(within.getSubject(), List.of(within.getObject()), Derivation::joined));
        for (var thing : parents.keySet()) {
            derived.addAll(withinTransitive(thing, place -> parents.getOrDefault(place, List.of())));
        }
        return derived;
    }

    /** Whether a graph has any triple that might follow. */
    static boolean isIn(Graph graph) {
        return graph.contains(Node.ANY, PG.supports, Node.ANY)
                || graph.contains(Node.ANY, PG.withinTransitive, Node.ANY);
    }

    /** What changes in the derived triples when all of them are made anew from the default graph. */
    static Delta anew(Graph graph, Graph derived) {
        var now = of(graph);
        var before = derived.find().toSet();
        var removed = new HashSet<>(before);
        removed.removeAll(now);
        now.removeAll(before);
        return Delta.owning(now, removed, Set.of());
    }

    /**
     * What changes in the derived triples when the default graph has changed. Linear in the change, in what lies below
     * the places that it moves, and, for a pairing that ends, in the pairings of its supporters.
     *
     * @param graph after the change, with the derived triples of before in it
     */
    static Delta following(Delta change, Graph graph) {
        var added = new HashSet<Triple>();
        var removed = new HashSet<Triple>();
        followPairings(change, graph, added, removed);
        followPlaces(change, graph, added, removed);
        removed.removeAll(added);
        return Delta.owning(added, removed, Set.of());
    }

    private static void followPairings(Delta change, Graph graph, Set<Triple> added, Set<Triple> removed) {
        var graphBefore = new ChangedGraph(graph, change.undone());
        for (var claim : subjects(change, Set.of(PG.supporter, PG.supported, PG.status, TYPE))) {
            var before = Pairing.of(claim, graphBefore).supports();
            var now = Pairing.of(claim, graph).supports();
            now.stream().filter(supports -> !graph.contains(supports)).forEach(added::add);
            before.stream()
                    .filter(supports -> !now.contains(supports) && !isSupported(supports, graph))
                    .forEach(removed::add);
        }
    }

    /** Whether some actual pairing still says that one party supports another. */
    private static boolean isSupported(Triple supports, Graph graph) {
        return graph.find(Node.ANY, PG.supporter, supports.getSubject())
                .mapWith(Triple::getSubject)
                .filterKeep(claim -> graph.contains(claim, PG.supported, supports.getObject()))
                .filterKeep(claim -> Pairing.of(claim, graph).isActual())
                .hasNext();
    }

    private static void followPlaces(Delta change, Graph graph, Set<Triple> added, Set<Triple> removed) {
        var moved = new HashSet<Node>();
        for (var thing : subjects(change, Set.of(PG.within))) {
            moved.add(thing);
            moved.addAll(reached(thing, place -> subjects(graph, PG.within, place)));
            moved.addAll(subjects(graph, PG.withinTransitive, thing));
        }
        for (var thing : moved) {
            var now = withinTransitive(thing, place -> objects(graph, place, PG.within));
            now.stream().filter(within -> !graph.contains(within)).forEach(added::add);
            graph.find(thing, PG.withinTransitive, Node.ANY)
                    .filterDrop(now::contains)
                    .forEach(removed::add);
        }
    }

    private static Set<Triple> withinTransitive(Node thing, Function<Node, List<Node>> parents) {
        var derived = new LinkedHashSet<Triple>();
        reached(thing, parents).forEach(place -> derived.add(Triple.create(thing, PG.withinTransitive, place)));
        return derived;
    }

    /** Whatever can be reached from a thing, without the thing. */
    private static Set<Node> reached(Node thing, Function<Node, List<Node>> next) {
        var found = new LinkedHashSet<Node>();
        var open = new ArrayDeque<>(next.apply(thing));
        while (!open.isEmpty()) {
            var node = open.remove();
            if (!node.equals(thing) && found.add(node)) {
                open.addAll(next.apply(node));
            }
        }
        return found;
    }

    /** What a claim says of who supports whom. */
    private record Pairing(boolean isPairing, boolean isActual, List<Node> supporters, List<Node> supported) {

        static Pairing of(Node claim, Graph graph) {
            boolean isPairing = graph.contains(claim, TYPE, PG.Pairing);
            return new Pairing(
                    isPairing,
                    isPairing && graph.contains(claim, PG.status, PGC.actual),
                    objects(graph, claim, PG.supporter),
                    objects(graph, claim, PG.supported));
        }

        Set<Triple> supports() {
            var supports = new LinkedHashSet<Triple>();
            if (isActual) {
                for (var supporter : supporters) {
                    supported.forEach(party -> supports.add(Triple.create(supporter, PG.supports, party)));
                }
            }
            return supports;
        }
    }

    private static Set<Node> subjects(Delta change, Set<Node> properties) {
        return change.subjects(triple -> properties.contains(triple.getPredicate()));
    }

    private static List<Node> subjects(Graph graph, Node property, Node object) {
        return graph.find(Node.ANY, property, object)
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static List<Node> joined(List<Node> some, List<Node> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
