package org.pairgraph.linked;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.vocab.PG;

/** Gathers triples around a thing, each subject bounded, and knows whether something was left out. */
final class Surroundings {
    private static final int TRIPLES_OF_ONE = 1_000;
    private static final int EVIDENCE_OF_ONE = 20;

    static final Comparator<Node> BY_NAME = Comparator.comparing(Node::toString);

    /** What a thing is and how it is called first. */
    private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getSubject, BY_NAME)
            .thenComparing(triple -> !triple.predicateMatches(RDF.type.asNode()))
            .thenComparing(triple -> !triple.predicateMatches(RDFS.label.asNode()))
            .thenComparing(Triple::getPredicate, BY_NAME)
            .thenComparing(Triple::getObject, BY_NAME);

    private final Graph graph;
    private final Set<Triple> triples = new LinkedHashSet<>();
    private final Set<Node> described = new HashSet<>();
    private boolean cut;

    Surroundings(Graph graph) {
        this.graph = graph;
    }

    /** Everything that is said of a node. */
    void describe(Node subject) {
        if (!described.add(subject)) {
            return;
        }
        var found = graph.find(subject, Node.ANY, Node.ANY);
        for (int i = 0; i < TRIPLES_OF_ONE && found.hasNext(); i++) {
            triples.add(found.next());
        }
        cut |= found.hasNext();
        found.close();
    }

    /** Everything that is said of a node, and the passages that say it. */
    void describeWithEvidence(Node subject) {
        describe(subject);
        selector(subject);
        var passages = graph.find(subject, PG.evidence, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        passages.stream().sorted(BY_NAME).limit(EVIDENCE_OF_ONE).forEach(passage -> {
            describe(passage);
            selector(passage);
        });
        cut |= passages.size() > EVIDENCE_OF_ONE;
    }

    /** That a thing points to another, and what it is. */
    void mention(Triple link) {
        triples.add(link);
        graph.find(link.getSubject(), RDF.type.asNode(), Node.ANY).forEach(triples::add);
        label(link.getSubject());
    }

    /** The names of everything that is mentioned. */
    void label() {
        var mentioned = new LinkedHashSet<Node>();
        triples.forEach(triple -> mentioned.add(triple.getObject()));
        mentioned.stream()
                .filter(Node::isURI)
                .filter(node -> !described.contains(node))
                .forEach(this::label);
    }

    void add(Triple triple) {
        triples.add(triple);
    }

    boolean isCut() {
        return cut;
    }

    /** The triples, by subject. */
    List<Triple> sorted(Node first) {
        return triples.stream()
                .sorted(Comparator.comparing((Triple triple) -> !triple.subjectMatches(first))
                        .thenComparing(ORDER))
                .toList();
    }

    private void selector(Node passage) {
        graph.find(passage, OA.hasSelector.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .forEach(this::describe);
    }

    private void label(Node node) {
        graph.find(node, RDFS.label.asNode(), Node.ANY).forEach(triples::add);
    }
}
