package org.pairgraph.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.ingest.Bundle;

/** The ontology and the data of the repository, for the tests that read them. */
final class ShippedGraph {
    static final Bundle BUNDLE = new Bundle(Path.of(""));

    private ShippedGraph() {}

    /** Every source, one graph. */
    static Graph union() {
        return read(BUNDLE.sources().stream()
                .flatMap(source -> source.files().stream())
                .toList());
    }

    static Graph read(List<Path> files) {
        var graph = GraphFactory.createGraphMem();
        files.forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
        return graph;
    }

    static List<Binding> select(Graph graph, Path query) {
        return select(graph, text(query));
    }

    static List<Binding> select(Graph graph, String query) {
        try (var execution =
                QueryExec.graph(graph).query(QueryFactory.create(query)).build()) {
            return execution.select().stream().toList();
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder with an ending, sorted. */
    static List<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
