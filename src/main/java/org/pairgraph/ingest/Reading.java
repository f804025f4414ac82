package org.pairgraph.ingest;

import java.util.List;
import org.apache.jena.graph.Graph;

/** What came of reading one file. */
public sealed interface Reading {
    /** The triples of the file and the digest (SHA-256, hex) of its bytes. */
    record Read(Graph content, String digest) implements Reading {}

    /** The file is not what its ending says. */
    record Unreadable(List<SyntaxError> errors) implements Reading {
        public Unreadable {
            errors = List.copyOf(errors);
        }
    }
}
