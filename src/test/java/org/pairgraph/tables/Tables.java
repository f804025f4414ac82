package org.pairgraph.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.vocab.Namespaces;

/** Converts tables against what the program comes with, for the tests. */
final class Tables {
    static final Graph KNOWN = known();

    private Tables() {}

    private static Graph known() {
        var graph = GraphFactory.createGraphMem();
        new Bundle(Path.of(""))
                .sources().stream()
                        .flatMap(source -> source.files().stream())
                        .forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
        return graph;
    }

    static Conversion convert(String template, byte[] table) {
        return TableTemplate.find(template).orElseThrow().convert(table, KNOWN, Namespaces.ID);
    }

    static Conversion convert(String template, String table) {
        return convert(template, table.getBytes(StandardCharsets.UTF_8));
    }

    static Graph converted(String template, String table) {
        var conversion = convert(template, table);
        assertThat(conversion)
                .isInstanceOfSatisfying(
                        Conversion.Converted.class,
                        converted -> assertThat(converted.rows()).isPositive());
        return ((Conversion.Converted) conversion).graph();
    }

    /** The problems as "row letter: English". */
    static List<String> refused(Conversion conversion) {
        assertThat(conversion).isInstanceOf(Conversion.Refused.class);
        return ((Conversion.Refused) conversion)
                .problems().stream()
                        .map(problem -> "%d%s: %s"
                                .formatted(
                                        problem.row(),
                                        problem.letter(),
                                        problem.message().en()))
                        .toList();
    }

    static List<String> refused(String template, String table) {
        return refused(convert(template, table));
    }

    static Node id(String id) {
        return NodeFactory.createURI(Namespaces.ID + id);
    }

    static List<String> objects(Graph graph, Node subject, Node property) {
        return graph
                .find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject().isLiteral()
                        ? triple.getObject().getLiteralLexicalForm()
                        : triple.getObject().getURI().replaceFirst("^.*(/id/|/code/)", ""))
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    static Graph knownWith(Path file) {
        var graph = GraphFactory.createGraphMem();
        GraphUtil.addInto(graph, KNOWN);
        RDFDataMgr.read(graph, file.toUri().toString());
        return graph;
    }
}
