package org.pairgraph.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * The blank nodes of one file. Those that form trees get an IRI made of their own statements, so that equal content has
 * equal names and the difference of two versions is exact; others are refused.
 */
final class BlankNodes {
    static final String NAMESPACE = "https://w3id.org/pairgraph/genid/";
    /** What a message says of lines where the format does not tell them. */
    private static final String UNKNOWN_LINE = " \\(lines? 0\\)";

    private static final Node SELF = NodeFactory.createURI(NAMESPACE + "self");

    /** A node, the triples about it, and how many of them wait for the names of their objects. */
    private static final class Entry {
        private final List<Triple> about = new ArrayList<>();
        private final List<Triple> references = new ArrayList<>();
        private int waiting;
    }

    private final Map<Triple, Long> triples = new LinkedHashMap<>();
    private final Map<Node, Entry> entries = new HashMap<>();
    private final Map<Node, Node> names = new HashMap<>();

    /** Whether a triple was kept back, because it speaks of a blank node. */
    boolean keep(Triple triple, long line) {
        if (!triple.getSubject().isBlank() && !triple.getObject().isBlank()) {
            return false;
        }
        if (triples.putIfAbsent(triple, line) == null) {
            if (triple.getSubject().isBlank()) {
                entry(triple.getSubject()).about.add(triple);
            }
            if (triple.getObject().isBlank()) {
                entry(triple.getObject()).references.add(triple);
            }
        }
        return true;
    }

    /** Names all nodes and hands out their triples; what cannot be named is an error. */
    void name(Findings findings, ObjLongConsumer<Triple> named) {
        var ready = new ArrayDeque<Node>();
        entries.forEach((node, entry) -> {
            entry.waiting = (int) entry.about.stream()
                    .filter(triple -> triple.getObject().isBlank())
                    .count();
            if (entry.waiting == 0) {
                ready.add(node);
            }
        });
        while (!ready.isEmpty()) {
            var node = ready.remove();
            name(node, entries.get(node));
            for (var reference : entries.get(node).references) {
                var referrer = reference.getSubject();
                if (referrer.isBlank() && --entries.get(referrer).waiting == 0) {
                    ready.add(referrer);
                }
            }
        }
        entries.forEach((node, entry) -> check(node, entry, findings));
        triples.forEach((triple, line) -> named.accept(renamed(triple), line));
    }

    private void name(Node node, Entry entry) {
        var text = new StringBuilder();
        entry.about.stream()
                .map(triple -> line(Triple.create(SELF, triple.getPredicate(), renamed(triple.getObject()))))
                .distinct()
                .sorted()
                .forEach(text::append);
        names.put(
                node,
                NodeFactory.createURI(NAMESPACE + Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8))));
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject()) + " .\n";
    }

    private void check(Node node, Entry entry, Findings findings) {
        if (entry.references.size() > 1) {
            refuse(
                    findings,
                    entry.references,
                    "A blank node that is referred to more than once (lines %s) needs an IRI");
        } else if (entry.about.isEmpty()) {
            refuse(findings, entry.references, "This blank node says nothing: describe it or leave it out (line %s)");
        } else if (!names.containsKey(node) && isOnCycle(node)) {
            refuse(findings, entry.about, "Blank nodes that refer to each other in a circle need IRIs (lines %s)");
        }
    }

    /** Every unnamed node that is referred to at most once leads into a circle; only those on it are at fault. */
    private boolean isOnCycle(Node start) {
        var node = start;
        for (int i = 0; i <= entries.size(); i++) {
            var references = entries.get(node).references;
            if (references.size() != 1 || !references.getFirst().getSubject().isBlank()) {
                return false;
            }
            node = references.getFirst().getSubject();
            if (node.equals(start)) {
                return true;
            }
        }
        return false;
    }

    private void refuse(Findings findings, List<Triple> saying, String message) {
        var lines =
                saying.stream().map(triples::get).distinct().sorted().limit(10).toList();
        var shown = String.join(", ", lines.stream().map(Object::toString).toList());
        findings.error(lines.getFirst(), 0, message.formatted(shown).replaceFirst(UNKNOWN_LINE, ""), "");
    }

    private Triple renamed(Triple triple) {
        return Triple.create(renamed(triple.getSubject()), triple.getPredicate(), renamed(triple.getObject()));
    }

    private Node renamed(Node node) {
        return names.getOrDefault(node, node);
    }

    private Entry entry(Node node) {
        return entries.computeIfAbsent(node, n -> new Entry());
    }
}
