package org.pairgraph.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The codes that the program itself decides by. All others are data: they are read from the code lists. */
public final class PGC {
    /** The namespace of every code. */
    public static final String NAMESPACE = "https://w3id.org/pairgraph/code/";

    /** Status: it is so. */
    public static final Node actual = code("actual");

    private PGC() {}

    private static Node code(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
