package org.pairgraph.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.Classes;
import org.pairgraph.claims.KnownThings;
import org.pairgraph.claims.Label;
import org.pairgraph.claims.ThingId;
import org.pairgraph.network.PairingNetwork;
import org.pairgraph.search.Hit.Named;
import org.pairgraph.search.Supplement;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.PG;

/** Names counted groups for the time that an index of one revision is built, and keeps what it gave them. */
final class Naming {
    private final Claims claims;
    private final Map<String, Label> groups;

    /**
     * @param graph the default graph of the revision
     * @param before the names that the revision before gave
     */
    Naming(Graph graph, Map<String, Label> before) {
        claims = new Claims(Statements.of(graph), Classes.of(graph), new KnownThings());
        groups = new HashMap<>(before);
    }

    /** The name of every group of a graph, by IRI. */
    static Map<String, Label> groups(Graph graph) {
        var naming = new Naming(graph, Map.of());
        graph.find(Node.ANY, RDF.type.asNode(), PG.PartyGroup)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(naming::name);
        return naming.groups();
    }

    /** What the search needs besides the graph; the degree is how many neighbours a party has, of whatever kind. */
    Supplement supplement(PairingNetwork network) {
        return new Supplement(
                party -> party.isURI()
                        ? network.degree(party.getURI()).values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        : 0,
                this::name);
    }

    Map<String, Label> groups() {
        return Map.copyOf(groups);
    }

    private Named name(Node group) {
        if (!group.isURI()) {
            return new Named(group, Optional.empty(), Optional.empty());
        }
        var label = claims.partySummary(ThingId.of(group.getURI())).label();
        groups.put(group.getURI(), label);
        return new Named(group, label.zh(), label.en());
    }
}
