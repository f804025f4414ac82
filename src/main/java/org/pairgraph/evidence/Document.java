package org.pairgraph.evidence;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/**
 * A document that has a text.
 *
 * @param name the name that its file had; a label, never a path
 * @param digest SHA-256 of the bytes of the file, in hexadecimal
 */
public record Document(String iri, Optional<String> name, String digest) {
    private static final String FOLDER = Namespaces.ID + "document/";
    private static final int SHORT_DIGEST = 16;

    /** What identifies the document in the IRIs of its passages: its own key; where it has none, of its digest. */
    public String key() {
        return iri.startsWith(FOLDER) && iri.length() > FOLDER.length()
                ? iri.substring(FOLDER.length())
                : digest.substring(0, SHORT_DIGEST);
    }

    static Document read(Graph graph, Node document) throws MalformedEvidence {
        return new Document(document.toString(), name(graph, document), Values.digest(graph, document, PG.textDigest));
    }

    /** The first of the names of a document. */
    static Optional<String> name(Graph graph, Node document) {
        return Values.texts(graph, document, DCTerms.identifier.asNode()).min(String::compareTo);
    }

    /** Whether a person may call it so: its IRI, its id, its key, its file name or its label. */
    boolean isCalled(String called, Graph graph) {
        var node = NodeFactory.createURI(iri);
        var names = Stream.concat(
                Stream.of(iri, iri.replace(Namespaces.ID, ""), key()),
                Stream.of(DCTerms.identifier, RDFS.label)
                        .flatMap(property -> Values.texts(graph, node, property.asNode())));
        return names.anyMatch(called.strip()::equals);
    }
}
