package org.pairgraph.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * The history as RDF in the ledger graph. A revision is a PROV-O activity (see {@code ontology/alignment.ttl}). The
 * graph's own node carries the number of the newest revision, so that a reader learns it with one lookup.
 */
final class Ledger {
    private static final Node HEAD = GraphName.LEDGER.node();

    private final Graph graph;

    /** A view on the ledger graph within the transaction of the caller. */
    Ledger(Graph graph) {
        this.graph = graph;
    }

    /** The number of the newest revision; 0 when there is none. */
    int head() {
        var heads = objects(HEAD, PG.revisionNumber);
        return heads.isEmpty()
                ? 0
                : Integer.parseInt(only(heads, HEAD, PG.revisionNumber).getLiteralLexicalForm());
    }

    History history() {
        var revisions = new ArrayList<Revision>();
        graph.find(Node.ANY, RDF.type.asNode(), PG.Revision)
                .forEach(triple -> revisions.add(revision(triple.getSubject())));
        revisions.sort(Comparator.comparingInt(Revision::number));
        return new History(revisions);
    }

    void append(Revision revision) {
        var node = entry("revision-" + revision.number());
        graph.add(node, RDF.type.asNode(), PG.Revision);
        graph.add(node, PG.revisionNumber, integer(revision.number()));
        graph.add(
                node,
                PG.recordedAt,
                NodeFactory.createLiteralDT(revision.recordedAt().toString(), XSDDatatype.XSDdateTime));
        graph.add(node, PG.action, code(revision.action()));
        graph.add(node, PG.actor, NodeFactory.createLiteralString(revision.actor()));
        graph.add(node, PG.toolVersion, NodeFactory.createLiteralString(revision.toolVersion()));
        revision.changes().forEach(change -> append(revision.number(), node, change));

        graph.remove(HEAD, PG.revisionNumber, Node.ANY);
        graph.add(HEAD, PG.revisionNumber, integer(revision.number()));
    }

    private void append(int number, Node revision, Change change) {
        var version = change.version();
        var node = entry("change-" + number + "-" + version.source());
        graph.add(revision, PG.change, node);
        graph.add(node, RDF.type.asNode(), PG.Change);
        graph.add(node, PG.source, source(version));
        graph.add(node, PG.addedTriples, integer(change.added()));
        graph.add(node, PG.removedTriples, integer(change.removed()));

        var versionNode = entry("version-" + version.source() + "-" + version.number());
        graph.add(node, PG.version, versionNode);
        graph.add(versionNode, RDF.type.asNode(), PG.SourceVersion);
        graph.add(versionNode, PG.source, source(version));
        graph.add(versionNode, PG.versionNumber, integer(version.number()));
        graph.add(versionNode, PG.graph, version.graph().node());
        graph.add(versionNode, PG.tripleCount, integer(version.triples()));
        version.fileDigests()
                .forEach(digest -> graph.add(versionNode, PG.fileDigest, NodeFactory.createLiteralString(digest)));
    }

    private Revision revision(Node node) {
        return new Revision(
                number(node, PG.revisionNumber),
                Instant.parse(text(node, PG.recordedAt)),
                action(object(node, PG.action)),
                text(node, PG.actor),
                text(node, PG.toolVersion),
                objects(node, PG.change).stream()
                        .map(this::change)
                        .sorted(Comparator.comparing(change -> change.version().source()))
                        .toList());
    }

    private Change change(Node node) {
        return new Change(
                version(object(node, PG.version)), number(node, PG.addedTriples), number(node, PG.removedTriples));
    }

    private Version version(Node node) {
        return new Version(
                new SourceName(text(node, PG.source)),
                number(node, PG.versionNumber),
                new GraphName(object(node, PG.graph).getURI()),
                number(node, PG.tripleCount),
                objects(node, PG.fileDigest).stream()
                        .map(Node::getLiteralLexicalForm)
                        .toList());
    }

    private static Node code(Action action) {
        return NodeFactory.createURI(
                PGC.NAMESPACE + action.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Action action(Node code) {
        return Arrays.stream(Action.values())
                .filter(action -> code(action).equals(code))
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        "The ledger has an action that this program does not know: " + code + ". Use a newer one"));
    }

    private static Node source(Version version) {
        return NodeFactory.createLiteralString(version.source().text());
    }

    private static Node entry(String name) {
        return NodeFactory.createURI(GraphName.LEDGER.iri() + "#" + name);
    }

    private static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    private Node object(Node subject, Node property) {
        return only(objects(subject, property), subject, property);
    }

    private static Node only(List<Node> objects, Node subject, Node property) {
        if (objects.size() != 1) {
            throw new StoreException("The ledger is damaged: " + subject + " has " + objects.size() + " values of "
                    + property + " instead of one. Restore the store from a backup");
        }
        return objects.getFirst();
    }

    private String text(Node subject, Node property) {
        return object(subject, property).getLiteralLexicalForm();
    }

    private int number(Node subject, Node property) {
        return Integer.parseInt(text(subject, property));
    }
}
