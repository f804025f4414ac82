package org.pairgraph.ingest;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.PG;

/**
 * How much a graph has: pairings by kind, and parties by class. A pairing that disagrees with an earlier one is the same
 * fact told otherwise and counts no second time.
 */
public record Totals(SortedMap<String, Long> pairings, SortedMap<String, Long> parties) {
    /** Nothing. */
    static final Totals NONE = new Totals(new TreeMap<>(), new TreeMap<>());

    /**
     * What a default graph has.
     *
     * @param kinds how many things have each {@code pg:pairingKind}
     * @param types how many things have each {@code rdf:type}
     */
    static Totals of(Map<Node, Long> kinds, Map<Node, Long> types, Graph graph, Collection<Node> partyClasses) {
        var totals = empty();
        kinds.forEach((kind, count) -> add(totals.pairings, kind, count));
        graph.find(Node.ANY, PG.disagreesWith, Node.ANY).mapWith(Triple::getSubject).toSet().stream()
                .flatMap(retold -> graph.find(retold, PG.pairingKind, Node.ANY).toList().stream())
                .forEach(triple -> add(totals.pairings, triple.getObject(), -1));
        partyClasses.stream().filter(types::containsKey).forEach(type -> add(totals.parties, type, types.get(type)));
        return totals;
    }

    /** These totals after some things have changed. */
    Totals with(Collection<Node> changed, Graph before, Graph after, Collection<Node> partyClasses) {
        var totals = new Totals(new TreeMap<>(pairings), new TreeMap<>(parties));
        for (var thing : changed) {
            totals.count(before, thing, partyClasses, -1);
            totals.count(after, thing, partyClasses, 1);
        }
        return totals;
    }

    private static Totals empty() {
        return new Totals(new TreeMap<>(), new TreeMap<>());
    }

    private void count(Graph graph, Node thing, Collection<Node> partyClasses, long sign) {
        countPairing(graph, thing, sign);
        graph.find(thing, RDF.type.asNode(), Node.ANY).forEach(triple -> {
            if (partyClasses.contains(triple.getObject())) {
                add(parties, triple.getObject(), sign);
            }
        });
    }

    private void countPairing(Graph graph, Node pairing, long sign) {
        if (!graph.contains(pairing, PG.disagreesWith, Node.ANY)) {
            graph.find(pairing, PG.pairingKind, Node.ANY).forEach(triple -> add(pairings, triple.getObject(), sign));
        }
    }

    private static void add(Map<String, Long> counts, Node term, long number) {
        var iri = term.toString();
        var name = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        if (counts.merge(name, number, Long::sum) == 0) {
            counts.remove(name);
        }
    }
}
