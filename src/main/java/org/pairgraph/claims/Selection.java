package org.pairgraph.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.PG;

/** Picks the things that a filter lets through, beginning with what it binds most. */
final class Selection {
    private static final Node TYPE = RDF.type.asNode();
    private static final List<Node> SIDES = List.of(PG.supporter, PG.supported);

    private final Statements statements;
    private final Graph graph;
    private final Classes classes;

    Selection(Statements statements, Classes classes) {
        this.statements = statements;
        this.graph = statements.graph();
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

    List<String> observations(ObservationFilter filter) {
        var types = filter.type().map(classes::withSubclasses).orElse(Set.of());
        var found = new HashSet<Node>();
        for (var claim : candidates(filter)) {
            if (graph.contains(claim, TYPE, PG.Observation)
                    && passes(claim, filter)
                    && (filter.type().isEmpty() || isAboutOne(claim, types))) {
                found.add(claim);
            }
        }
        return ids(found);
    }

    private Set<Node> candidates(ObservationFilter filter) {
        var claims = new HashSet<Node>();
        if (filter.about().isPresent()) {
            addAll(claims, PG.about, ThingId.node(filter.about().get()));
        } else if (filter.indicator().isPresent()) {
            addAll(claims, PG.indicator, Classes.code(filter.indicator().get()));
        } else if (filter.programme().isPresent()) {
            addAll(claims, PG.programme, ThingId.node(filter.programme().get()));
            addAll(claims, PG.about, ThingId.node(filter.programme().get()));
        } else {
            addAll(claims, TYPE, PG.Observation);
        }
        return claims;
    }

    private boolean passes(Node claim, ObservationFilter filter) {
        return isCode(claim, PG.indicator, filter.indicator())
                && isCode(claim, PG.status, filter.status())
                && isCode(claim, PG.basis, filter.basis())
                && isThing(claim, PG.about, filter.about())
                && (filter.programme().isEmpty()
                        || isThing(claim, PG.programme, filter.programme())
                        || isThing(claim, PG.about, filter.programme()))
                && (filter.within().isEmpty()
                        || concerns(claim, ThingId.node(filter.within().get())))
                && holds(claim, filter.at());
    }

    private boolean isAboutOne(Node claim, Set<Node> types) {
        return graph.find(claim, PG.about, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(about -> types.stream().anyMatch(type -> graph.contains(about, TYPE, type)))
                .hasNext();
    }

    /** Whether a figure is about a place, something in it, or a claim with a party there, or goes from or to it. */
    private boolean concerns(Node claim, Node place) {
        return touches(claim, List.of(PG.about, PG.from, PG.to), place)
                || graph.find(claim, PG.about, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(about -> touches(about, SIDES, place))
                        .hasNext();
    }

    private boolean holds(Node claim, Optional<LocalDate> at) {
        return at.isEmpty() || Description.of(claim, statements).span().holdsAt(at.get());
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
                        || touches(claim, SIDES, ThingId.node(filter.within().get())))
                && holds(claim, filter.at());
    }

    /** Whether something that a claim names is a place or lies in it. */
    private boolean touches(Node claim, List<Node> properties, Node place) {
        return properties.stream()
                .anyMatch(property -> graph.find(claim, property, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(thing -> thing.equals(place) || graph.contains(thing, PG.withinTransitive, place))
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
        return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject);
    }

    private static List<String> ids(Set<Node> nodes) {
        return nodes.stream()
                .filter(Node::isURI)
                .map(node -> ThingId.of(node.getURI()))
                .sorted()
                .toList();
    }
}
