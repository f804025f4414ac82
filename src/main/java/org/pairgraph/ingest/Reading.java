package org.pairgraph.ingest;

import java.util.List;
import org.apache.jena.graph.Graph;

/** What came of reading one file. */
public sealed interface Reading {
    /**
     * The triples of the file.
     *
     * @param digest SHA-256 of its bytes, hex
     * @param lines on which line the file first says a triple
     */
    record Read(Graph content, String digest, StatedLines lines, List<ReadingWarning> warnings) implements Reading {
        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    /** The file is not what its format asks for; at least one error, in the order of the file. */
    record Unreadable(List<SyntaxError> errors) implements Reading {
        public Unreadable {
            errors = List.copyOf(errors);
        }
    }
}
