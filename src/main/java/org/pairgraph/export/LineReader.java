package org.pairgraph.export;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/** Turns lines that stand in order back into triples: the same subject comes many times, and so does each property. */
final class LineReader {
    private final Map<String, Node> properties = new HashMap<>();
    private String lastText = "";
    private Node lastSubject = Node.ANY;

    Triple triple(String line) {
        var parts = line.split("\t", 3);
        if (!parts[0].equals(lastText)) {
            lastText = parts[0];
            lastSubject = NodeFactoryExtra.parseNode(parts[0]);
        }
        return Triple.create(
                lastSubject,
                properties.computeIfAbsent(parts[1], NodeFactoryExtra::parseNode),
                NodeFactoryExtra.parseNode(parts[2]));
    }
}
