package org.pairgraph.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.store.SourceName;

/**
 * Holds files against the shapes without a store: together with the sources that come with the program, of which a file
 * replaces the one that has its name.
 */
public final class Validator {
    private final Bundle bundle;

    public Validator(Bundle bundle) {
        this.bundle = bundle;
    }

    /**
     * Validates files as if all of them were imported.
     *
     * @return one result for each file, in their order
     * @throws UnreadableSource if a file cannot be opened, or a source that comes with the program is not valid
     */
    public List<Validation> validate(List<Path> files) {
        var readings = new LinkedHashMap<Path, Reading>();
        files.forEach(file -> readings.put(file, read(file)));
        var data = together(readings);
        var check = new ShapeCheck(bundle.shapesGraph());

        return readings.entrySet().stream()
                .map(entry -> switch (entry.getValue()) {
                    case Reading.Read read ->
                        new Validation(
                                entry.getKey(),
                                List.of(),
                                check.check(
                                        data,
                                        true,
                                        subjects(read),
                                        triple ->
                                                StatedPlace.inFile(read.lines().of(triple))));
                    case Reading.Unreadable unreadable ->
                        new Validation(entry.getKey(), unreadable.errors(), List.of());
                })
                .toList();
    }

    private Graph together(Map<Path, Reading> readings) {
        var names = readings.keySet().stream().map(Validator::stem).toList();
        var data = GraphFactory.createGraphMem();
        for (var source : bundle.sources()) {
            if (source.name().equals(SourceName.ONTOLOGY)
                    || !names.contains(source.name().text())) {
                source.files()
                        .forEach(file -> RDFDataMgr.read(data, file.toUri().toString()));
            }
        }
        for (var reading : readings.values()) {
            if (reading instanceof Reading.Read read) {
                GraphUtil.addInto(data, read.content());
            }
        }
        return data;
    }

    private static Reading read(Path file) {
        try {
            return SourceReader.read(file);
        } catch (IOException e) {
            throw new UnreadableSource(file, e);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static List<Node> subjects(Reading.Read read) {
        return read.content().find().mapWith(Triple::getSubject).toList().stream()
                .distinct()
                .toList();
    }
}
