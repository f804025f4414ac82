package org.pairgraph.ingest;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/** What came of reading one file. */
public sealed interface Reading {
    /**
     * The triples of the file.
     *
     * @param digest SHA-256 of its bytes, hex
     * @param lines on which line, from 1, the file first says a triple
     */
    record Read(Graph content, String digest, Map<Triple, Long> lines) implements Reading {}

    /** The file is not what its ending says. */
    record Unreadable(List<SyntaxError> errors) implements Reading {
        public Unreadable {
            errors = List.copyOf(errors);
        }
    }
}
