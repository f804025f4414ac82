package org.pairgraph.linked;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Version;
import org.pairgraph.vocab.PG;

/**
 * Describes a named graph of the store: of a version what the ledger says of it; of the ledger its revisions, the newest
 * first, a hundred on a page. What the graph itself holds is not here: it is read at {@code /sparql/data}.
 */
public final class LedgerDescriber {
    private static final int REVISIONS_ON_A_PAGE = 100;

    private final Graph ledger;
    private final History history;

    /** @param ledger the ledger graph of the same revision as the history */
    public LedgerDescriber(Graph ledger, History history) {
        this.ledger = ledger;
        this.history = history;
    }

    /** Whether the store has a graph of this name. */
    public boolean isGraph(String iri) {
        return iri.equals(GraphName.LEDGER.iri())
                || iri.equals(GraphName.DERIVED.iri())
                || history.findByGraph(iri).isPresent();
    }

    /** A page of the description; none when there is no such graph or page. */
    public Optional<Description> describe(String iri, int page) {
        if (!isGraph(iri)) {
            return Optional.empty();
        }
        var topic = NodeFactory.createURI(iri);
        int revisions = iri.equals(GraphName.LEDGER.iri()) ? history.head() : 0;
        int pages = Math.max(1, (revisions + REVISIONS_ON_A_PAGE - 1) / REVISIONS_ON_A_PAGE);
        if (page < 1 || page > pages) {
            return Optional.empty();
        }
        var around = new Surroundings(ledger);
        around.add(Triple.create(topic, RDF.type.asNode(), VOID.Dataset.asNode()));
        around.describe(topic);
        history.findByGraph(iri).ifPresent(version -> version(topic, version, around));
        if (revisions > 0) {
            revisions(page, around);
        }
        return Optional.of(new Description(topic, around.sorted(topic), page, pages, around.isCut()));
    }

    private void version(Node topic, Version version, Surroundings around) {
        around.add(Triple.create(
                topic,
                VOID.triples.asNode(),
                NodeFactory.createLiteralDT(Long.toString(version.triples()), XSDDatatype.XSDinteger)));
        for (var entry : subjects(PG.graph, topic)) {
            around.describe(entry);
            for (var change : subjects(PG.version, entry)) {
                around.describe(change);
                subjects(PG.change, change).forEach(around::describe);
            }
        }
    }

    private void revisions(int page, Surroundings around) {
        ledger.find(Node.ANY, RDF.type.asNode(), PG.Revision).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparingInt(this::number).reversed())
                .skip((page - 1L) * REVISIONS_ON_A_PAGE)
                .limit(REVISIONS_ON_A_PAGE)
                .forEach(revision -> revision(revision, around));
    }

    private void revision(Node revision, Surroundings around) {
        around.describe(revision);
        for (var change : objects(revision, PG.change)) {
            around.describe(change);
            objects(change, PG.version).forEach(around::describe);
        }
    }

    private int number(Node revision) {
        return objects(revision, PG.revisionNumber).stream()
                .map(number -> Integer.parseInt(number.getLiteralLexicalForm()))
                .findFirst()
                .orElse(0);
    }

    private List<Node> subjects(Node property, Node value) {
        return ledger.find(Node.ANY, property, value)
                .mapWith(Triple::getSubject)
                .toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return ledger.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
