package org.pairgraph.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.store.SourceName;

/**
 * The sources that come with the program: {@code ontology/} without its shapes is one, each folder of {@code data/} is
 * another, named after the folder.
 *
 * @param home the folder that holds both
 */
public record Bundle(Path home) {

    /** One source and the Turtle files that make it up, sorted by name. */
    public record Source(SourceName name, List<Path> files) {}

    /** The ontology first, then the data by name. */
    public List<Source> sources() {
        var sources = new ArrayList<Source>();
        sources.add(new Source(SourceName.ONTOLOGY, turtleIn(home.resolve("ontology"))));
        for (var folder : entries(home.resolve("data"), Files::isDirectory)) {
            var files = turtleIn(folder);
            if (!files.isEmpty()) {
                sources.add(new Source(new SourceName(folder.getFileName().toString()), files));
            }
        }
        return sources;
    }

    /** The files of the SHACL shapes. */
    public List<Path> shapes() {
        return turtleIn(home.resolve("ontology/shapes"));
    }

    /** The SHACL shapes. */
    Graph shapesGraph() {
        var graph = GraphFactory.createGraphMem();
        shapes().forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
        return graph;
    }

    private static List<Path> turtleIn(Path folder) {
        return entries(folder, file -> file.toString().endsWith(".ttl"));
    }

    private static List<Path> entries(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read " + folder + ": start pairgraph through its launcher, or set PAIRGRAPH_HOME", e);
        }
    }
}
