package org.pairgraph.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.PG;

/** Picks the things that a filter lets through, beginning with what it binds most. */
final class Selection {
    private static final Node TYPE = RDF.type.asNode();

    private final Graph graph;
    private final Classes classes;

    Selection(Graph graph, Classes classes) {
        this.graph = graph;
        this.classes = classes;
    }

    List<String> parties(PartyFilter filter) {
        var types = classes.withSubclasses(filter.type().orElse("Party"));
        var found = new HashSet<Node>();
        if (filter.within().isPresent()) {
            subjects(PG.withinTransitive, ThingId.node(filter.within().get()))
                    .filterKeep(party -> types.stream().anyMatch(type -> graph.contains(party, TYPE, type)))
                    .forEach(found::add);
        } else {
            types.forEach(type -> subjects(TYPE, type).forEach(found::add));
        }
        return ids(found);
    }

    List<String> pairings(PairingFilter filter) {
        var found = new HashSet<Node>();
        for (var claim : candidates(filter)) {
            if (graph.contains(claim, TYPE, PG.Pairing) && passes(claim, filter)) {
                found.add(claim);
            }
        }
        return ids(found);
    }

    private Set<Node> candidates(PairingFilter filter) {
        var claims = new HashSet<Node>();
        if (filter.supporter().isPresent()) {
            addAll(claims, PG.supporter, ThingId.node(filter.supporter().get()));
        } else if (filter.supported().isPresent()) {
            addAll(claims, PG.supported, ThingId.node(filter.supported().get()));
        } else if (filter.within().isPresent()) {
            addAllWithin(claims, ThingId.node(filter.within().get()));
        } else if (filter.programme().isPresent()) {
            addAll(claims, PG.programme, ThingId.node(filter.programme().get()));
        } else if (filter.kind().isPresent()) {
            addAll(claims, PG.pairingKind, Classes.code(filter.kind().get()));
        } else {
            addAll(claims, TYPE, PG.Pairing);
        }
        return claims;
    }

    private boolean passes(Node claim, PairingFilter filter) {
        return isCode(claim, PG.pairingKind, filter.kind())
                && isCode(claim, PG.status, filter.status())
                && isCode(claim, PG.basis, filter.basis())
                && isThing(claim, PG.programme, filter.programme())
                && isThing(claim, PG.supporter, filter.supporter())
                && isThing(claim, PG.supported, filter.supported())
                && (filter.within().isEmpty()
                        || touches(claim, ThingId.node(filter.within().get())))
                && (filter.at().isEmpty()
                        || Description.of(claim, graph)
                                .span()
                                .holdsAt(filter.at().get()));
    }

    /** Whether a party of a claim is a place or lies in it. */
    private boolean touches(Node claim, Node place) {
        return List.of(PG.supporter, PG.supported).stream()
                .anyMatch(side -> graph.find(claim, side, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .filterKeep(party -> party.equals(place) || graph.contains(party, PG.withinTransitive, place))
                        .hasNext());
    }

    private void addAllWithin(Set<Node> claims, Node place) {
        var parties = new ArrayList<Node>(List.of(place));
        subjects(PG.withinTransitive, place).forEach(parties::add);
        for (var party : parties) {
            addAll(claims, PG.supporter, party);
            addAll(claims, PG.supported, party);
        }
    }

    private boolean isCode(Node claim, Node property, Optional<String> code) {
        return code.isEmpty() || graph.contains(claim, property, Classes.code(code.get()));
    }

    private boolean isThing(Node claim, Node property, Optional<String> id) {
        return id.isEmpty() || graph.contains(claim, property, ThingId.node(id.get()));
    }

    private void addAll(Set<Node> found, Node property, Node object) {
        subjects(property, object).forEach(found::add);
    }

    private ExtendedIterator<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object).mapWith(triple -> triple.getSubject());
    }

    private static List<String> ids(Set<Node> nodes) {
        return nodes.stream()
                .filter(Node::isURI)
                .map(node -> ThingId.of(node.getURI()))
                .sorted()
                .toList();
    }
}
