package org.pairgraph.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** On which line, from 1, a file first says each triple. Of a large file only the first line of each subject is kept. */
public final class StatedLines {
    private static final int TRIPLES = 200_000;

    private final Map<Node, Long> subjects = new HashMap<>();
    private final Map<Triple, Long> triples = new HashMap<>();
    private Node last = Node.ANY;
    private boolean large;

    StatedLines() {}

    /** The line of a triple, else the first about its subject; 0 where neither is known. */
    public long of(Triple triple) {
        var line = triples.get(triple);
        return line == null ? subjects.getOrDefault(triple.getSubject(), 0L) : line;
    }

    void say(Triple triple, long line) {
        if (line == 0) {
            return;
        }
        if (!triple.getSubject().equals(last)) {
            last = triple.getSubject();
            subjects.merge(last, line, Math::min);
        }
        if (!large) {
            triples.merge(triple, line, Math::min);
            large = triples.size() > TRIPLES;
            if (large) {
                triples.clear();
            }
        }
    }
}
