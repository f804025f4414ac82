package org.pairgraph.network;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * GraphML 1.0 as Gephi and Cytoscape open it: a directed graph, typed keys, an id for each edge, and a {@code label} for
 * each node beside its Chinese and its English one.
 */
final class GraphMlFormat implements Export.Format {
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
            <key id="asOf" for="edge" attr.name="as_of" attr.type="string"/>
            <key id="end" for="edge" attr.name="end" attr.type="string"/>
            <key id="status" for="edge" attr.name="status" attr.type="string"/>
            <key id="basis" for="edge" attr.name="basis" attr.type="string"/>
            <key id="count" for="edge" attr.name="count" attr.type="int"/>
            """;

    private final int revision;
    private final Writer out;

    GraphMlFormat(int revision, OutputStream out) {
        this.revision = revision;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        out.write(HEAD);
        out.write("<graph id=\"revision-" + revision + "\" edgedefault=\"directed\">\n");
    }

    @Override
    public void node(NetworkNode node) throws IOException {
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
    public void edge(NetworkEdge edge) throws IOException {
        out.write("<edge id=\"");
        escape(edge.id());
        out.write("\" source=\"");
        escape(Ids.of(edge.source()));
        out.write("\" target=\"");
        escape(Ids.of(edge.target()));
        out.write("\">");
        data("claim", edge.claim());
        data("kind", Optional.of(edge.kind()));
        data("programme", edge.programme().map(Ids::of));
        data("start", edge.start());
        data("asOf", edge.asOf());
        data("end", edge.end());
        data("status", edge.status());
        data("basis", edge.basis());
        data("count", edge.count());
        out.write("</edge>\n");
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
