package org.pairgraph.store;

import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The name of a graph in the store: one version of a source, the ledger, or the derived triples. */
public record GraphName(String iri) {
    /** What every graph name of ours begins with. */
    public static final String NAMESPACE = "https://w3id.org/pairgraph/graph/";

    /** The record of every revision. It only grows. */
    public static final GraphName LEDGER = new GraphName(NAMESPACE + "ledger");

    /** The triples that the server makes from the current versions. */
    public static final GraphName DERIVED = new GraphName(NAMESPACE + "derived");

    private static final Pattern VERSION = Pattern.compile(Pattern.quote(NAMESPACE) + "[a-z0-9][a-z0-9-]{0,62}/[0-9]+");

    public GraphName {
        Objects.requireNonNull(iri, "iri");
        if (!iri.startsWith(NAMESPACE)) {
            throw new IllegalArgumentException("Not the name of a graph of the store: " + iri);
        }
    }

    /** The graph that holds version {@code number} (from 1) of a source. */
    public static GraphName ofVersion(SourceName source, int number) {
        return new GraphName(NAMESPACE + source.text() + "/" + number);
    }

    /** Whether this is a version of a source, neither the ledger nor the derived triples. */
    public boolean isVersion() {
        return VERSION.matcher(iri).matches();
    }

    Node node() {
        return NodeFactory.createURI(iri);
    }
}
