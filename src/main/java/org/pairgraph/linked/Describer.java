package org.pairgraph.linked;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * Finds what a description of a thing says: its own statements; the claims about it with the passages that say so; what
 * else points to it; and the names of all that is mentioned. A page holds the own statements and up to a hundred of the
 * things that point here, by IRI.
 *
 * <p>Reads one graph within the transaction of its caller.
 */
public final class Describer {
    private static final int POINTING_ON_A_PAGE = 100;
    private static final int POINTING_AT_MOST = 10_000;

    /** Made from others that are there too. */
    private static final Set<Node> DERIVED = Set.of(PG.supports, PG.withinTransitive);

    /** How terms and codes point to each other; that claims use them is no statement about them. */
    private static final List<Resource> BETWEEN_TERMS = List.of(
            RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, RDFS.seeAlso, SKOS.inScheme, SKOS.broader);

    private final Graph graph;

    public Describer(Graph graph) {
        this.graph = graph;
    }

    /**
     * A page of the description of a thing.
     *
     * @param page from 1
     * @return none when nothing is said of the thing, or there is no such page
     */
    public Optional<Description> describe(String iri, int page) {
        var topic = NodeFactory.createURI(iri);
        if (!isDescribed(iri)) {
            return Optional.empty();
        }
        var pointing = pointing(topic);
        int pages = Math.max(1, (pointing.links().size() + POINTING_ON_A_PAGE - 1) / POINTING_ON_A_PAGE);
        if (page < 1 || page > pages) {
            return Optional.empty();
        }

        var around = new Surroundings(graph);
        around.describeWithEvidence(topic);
        var claims = claims();
        boolean isPassage = graph.contains(topic, RDF.type.asNode(), PG.Evidence);
        pointing.links().entrySet().stream()
                .skip((page - 1L) * POINTING_ON_A_PAGE)
                .limit(POINTING_ON_A_PAGE)
                .forEach(entry -> {
                    if (!isPassage && isOneOf(claims, entry.getKey())) {
                        around.describeWithEvidence(entry.getKey());
                    } else {
                        entry.getValue().forEach(around::mention);
                    }
                });
        around.label();
        return Optional.of(
                new Description(topic, around.sorted(topic), page, pages, around.isCut() || pointing.isCut()));
    }

    /** Whether anything is said of a thing. */
    public boolean isDescribed(String iri) {
        return graph.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY);
    }

    /** The links that point to a thing, by what points; cut when there are too many to look at. */
    private record Pointing(SortedMap<Node, List<Triple>> links, boolean isCut) {}

    private Pointing pointing(Node topic) {
        SortedMap<Node, List<Triple>> links = new TreeMap<>(Surroundings.BY_NAME);
        var found = isTerm(topic)
                ? BETWEEN_TERMS.stream()
                        .flatMap(relation -> graph.stream(Node.ANY, relation.asNode(), topic))
                        .iterator()
                : graph.stream(Node.ANY, Node.ANY, topic)
                        .filter(link -> !DERIVED.contains(link.getPredicate()))
                        .iterator();
        for (int i = 0; i < POINTING_AT_MOST && found.hasNext(); i++) {
            var link = found.next();
            links.computeIfAbsent(link.getSubject(), subject -> new ArrayList<>())
                    .add(link);
        }
        return new Pointing(links, found.hasNext());
    }

    private static boolean isTerm(Node topic) {
        return Stream.of(PG.NAMESPACE, PGC.NAMESPACE).anyMatch(topic.getURI()::startsWith);
    }

    private boolean isOneOf(Set<Node> classes, Node thing) {
        return graph.stream(thing, RDF.type.asNode(), Node.ANY).anyMatch(type -> classes.contains(type.getObject()));
    }

    /** The class of claims and all below it. */
    private Set<Node> claims() {
        var found = new HashSet<Node>();
        var open = new ArrayDeque<Node>();
        open.add(PG.Claim);
        while (!open.isEmpty()) {
            var type = open.remove();
            if (found.add(type)) {
                graph.stream(Node.ANY, RDFS.subClassOf.asNode(), type).forEach(below -> open.add(below.getSubject()));
            }
        }
        return found;
    }
}
