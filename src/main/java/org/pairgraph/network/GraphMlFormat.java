package org.pairgraph.network;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * GraphML 1.0 as Gephi and Cytoscape open it: a directed graph, typed keys, an id for each edge, and a {@code label} for
 * each node beside its Chinese and its English one.
 */
final class GraphMlFormat implements Export.Sink {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
            <key id="label" for="node" attr.name="label" attr.type="string"/>
            <key id="zh" for="node" attr.name="label_zh" attr.type="string"/>
            <key id="en" for="node" attr.name="label_en" attr.type="string"/>
            <key id="iri" for="node" attr.name="iri" attr.type="string"/>
            <key id="class" for="node" attr.name="class" attr.type="string"/>
            <key id="within" for="node" attr.name="within" attr.type="string"/>
            <key id="members" for="node" attr.name="members" attr.type="int"/>
            <key id="memberKinds" for="node" attr.name="member_kinds" attr.type="string"/>
            <key id="claim" for="edge" attr.name="claim" attr.type="string"/>
            <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
            <key id="programme" for="edge" attr.name="programme" attr.type="string"/>
            <key id="start" for="edge" attr.name="start" attr.type="string"/>
            <key id="startPrecision" for="edge" attr.name="start_precision" attr.type="string"/>
            <key id="asOf" for="edge" attr.name="as_of" attr.type="string"/>
            <key id="asOfPrecision" for="edge" attr.name="as_of_precision" attr.type="string"/>
            <key id="end" for="edge" attr.name="end" attr.type="string"/>
            <key id="endPrecision" for="edge" attr.name="end_precision" attr.type="string"/>
            <key id="status" for="edge" attr.name="status" attr.type="string"/>
            <key id="basis" for="edge" attr.name="basis" attr.type="string"/>
            <key id="count" for="edge" attr.name="count" attr.type="int"/>
            <key id="supporters" for="edge" attr.name="supporters" attr.type="int"/>
            <key id="supported" for="edge" attr.name="supported" attr.type="int"/>
            """;

    private final Description description;
    private final UnaryOperator<NetworkNode> naming;
    private final Writer out;

    /**
     * @param naming gives a node the labels that it is to have
     * @param out is flushed at the end, not closed
     */
    GraphMlFormat(Structure structure, UnaryOperator<NetworkNode> naming, OutputStream out) {
        description = new Description(structure);
        this.naming = naming;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin(int revision) throws IOException {
        out.write(HEAD);
        out.write("<graph id=\"revision-" + revision + "\" edgedefault=\"directed\">\n");
    }

    @Override
    public void node(int thing) throws IOException {
        var node = naming.apply(description.node(thing));
        var id = Ids.of(node.iri());
        out.write("<node id=\"");
        escape(id);
        out.write("\">");
        data("label", node.zh().or(node::en).or(() -> Optional.of(id)));
        data("zh", node.zh());
        data("en", node.en());
        data("iri", Optional.of(node.iri()));
        data("class", node.type());
        data("within", node.within().map(Ids::of));
        data("members", node.group().map(GroupSize::count));
        data("memberKinds", node.group().map(group -> String.join(" ", group.kinds())));
        out.write("</node>\n");
    }

    @Override
    public void beginEdges() {
        // GraphML has nodes and edges in one list.
    }

    @Override
    public void edge(int source, int target, int claim) throws IOException {
        var edge = description.edge(source, target, claim);
        out.write("<edge id=\"");
        escape(edge.id());
        out.write("\" source=\"");
        escape(Ids.of(edge.source()));
        out.write("\" target=\"");
        escape(Ids.of(edge.target()));
        out.write("\">");
        data("kind", Optional.of(edge.kind()));
        if (edge.claim().isPresent()) {
            claim(edge.claim().get());
        }
        out.write("</edge>\n");
    }

    private void claim(EdgeClaim claim) throws IOException {
        data("claim", Optional.of(claim.iri()));
        data("programme", claim.programme().map(Ids::of));
        day("start", claim.start());
        day("asOf", claim.asOf());
        day("end", claim.end());
        data("status", claim.status());
        data("basis", claim.basis());
        data("count", claim.count());
        data("supporters", Optional.of(claim.supporters()));
        data("supported", Optional.of(claim.supported()));
    }

    private void day(String key, Optional<StatedDay> day) throws IOException {
        data(key, day.map(StatedDay::day));
        data(key + "Precision", day.flatMap(StatedDay::precision));
    }

    @Override
    public void end() throws IOException {
        out.write("</graph>\n</graphml>\n");
        out.flush();
    }

    private void data(String key, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            out.write("<data key=\"" + key + "\">");
            escape(value.get().toString());
            out.write("</data>");
        }
    }

    /** Text for an element or an attribute; what XML 1.0 cannot hold becomes U+FFFD. */
    private void escape(String text) throws IOException {
        for (int index = 0; index < text.length(); ) {
            int letter = text.codePointAt(index);
            index += Character.charCount(letter);
            switch (letter) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\t', '\n', '\r' -> out.write("&#" + letter + ";");
                default -> out.write(isAllowed(letter) ? Character.toString(letter) : "\uFFFD");
            }
        }
    }

    private static boolean isAllowed(int letter) {
        return letter >= 0x20
                && !(letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)
                && letter != 0xFFFE
                && letter != 0xFFFF;
    }
}
