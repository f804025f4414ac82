package org.pairgraph.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/** Reads passages, each once, and how their documents are cited. */
final class PassageReader {
    private static final Node SELECTOR = oa("hasSelector");
    private static final Node START = oa("start");
    private static final Node END = oa("end");
    private static final Node PUBLISHER = DCTerms.publisher.asNode();
    private static final Node ISSUED = DCTerms.issued.asNode();

    private final Names names;
    private final Map<Node, EvidenceRef> passages = new HashMap<>();

    PassageReader(Names names) {
        this.names = names;
    }

    /** The passages that say a thing, in the order of their documents and positions. */
    List<EvidenceRef> of(Description thing) {
        return thing.values(PG.evidence).stream()
                .map(this::passage)
                .sorted(EvidenceRef.ORDER)
                .toList();
    }

    EvidenceRef passage(Node node) {
        return passages.computeIfAbsent(node, this::readPassage);
    }

    private EvidenceRef readPassage(Node node) {
        var evidence = names.describe(node);
        var selector = evidence.following(SELECTOR);
        return new EvidenceRef(
                ThingId.of(Names.iri(node)),
                evidence.value(PG.document).map(this::cited),
                evidence.integer(PG.startLine),
                evidence.integer(PG.endLine),
                selector.flatMap(position -> position.integer(START)),
                selector.flatMap(position -> position.integer(END)));
    }

    private CitedDocument cited(Node node) {
        return names.cited(node, this::readDocument);
    }

    private CitedDocument readDocument(Node node) {
        var document = names.describe(node);
        var thing = names.thing(document);
        return new CitedDocument(
                thing.id(),
                thing.label(),
                names.things(document.values(PUBLISHER)).stream()
                        .map(publisher -> new Ref(publisher.id(), publisher.label()))
                        .toList(),
                document.day(ISSUED),
                document.span().asOf(),
                document.code(PG.basis));
    }

    private static Node oa(String name) {
        return NodeFactory.createURI(Namespaces.PREFIXES.get("oa") + name);
    }
}
