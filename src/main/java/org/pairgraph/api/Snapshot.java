package org.pairgraph.api;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.claims.Classes;
import org.pairgraph.claims.Label;
import org.pairgraph.network.NetworkNode;
import org.pairgraph.network.PairingNetwork;
import org.pairgraph.search.PartyIndex;
import org.pairgraph.vocab.PG;

/**
 * What is kept in memory of one revision: its network, its names, and what requests may filter by. It never changes and
 * is safe for use by many threads.
 *
 * @param parties made when it is first asked for, where it was not yet
 * @param groups the labels of counted groups, which have none of their own, by IRI
 * @param points where the areas are
 * @param kinds of edges that claims make
 * @param programmes by IRI
 */
record Snapshot(
        PairingNetwork network,
        Supplier<PartyIndex> parties,
        Map<String, Label> groups,
        Points points,
        Classes classes,
        Set<String> kinds,
        Set<String> programmes) {

    static Snapshot of(
            Graph graph,
            PairingNetwork network,
            Supplier<PartyIndex> parties,
            Map<String, Label> groups,
            Points points) {
        var classes = Classes.of(graph);
        var kinds = new TreeSet<>(classes.codes("party-kinds"));
        kinds.add("co-building");
        kinds.addAll(network.kinds());
        var programmes = graph.find(Node.ANY, RDF.type.asNode(), PG.Programme)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .toSet();
        return new Snapshot(network, parties, groups, points, classes, kinds, programmes);
    }

    int revision() {
        return network.revision();
    }

    /** The label of a node; of a counted group without one that which was composed for it. */
    Label label(NetworkNode node) {
        var composed = node.zh().isEmpty() && node.en().isEmpty() ? groups.get(node.iri()) : null;
        return composed == null ? new Label(node.zh(), node.en()) : composed;
    }

    /** A node with its label, composed or not. */
    NetworkNode named(NetworkNode node) {
        var label = label(node);
        return new NetworkNode(node.iri(), node.type(), label.zh(), label.en(), node.within(), node.group());
    }

    /** The neighbours of a party or site by kind, both ways; none for what is neither. */
    Map<String, Integer> degree(String iri) {
        return network.degree(iri);
    }

    /** Tells whether a thing lies in a place, at whatever depth. */
    Predicate<Node> within(String place) {
        return node -> node.isURI() && network.isWithin(node.getURI(), place);
    }
}
