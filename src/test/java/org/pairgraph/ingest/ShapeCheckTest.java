package org.pairgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we find with the shapes is what Jena's own validator finds, which goes another way. */
class ShapeCheckTest {
    private static final Bundle BUNDLE = new Bundle(Path.of(""));
    private static final Graph SHAPES = BUNDLE.shapesGraph();
    private static final ShapeCheck CHECK = new ShapeCheck(SHAPES);

    private record Found(String severity, String focusNode, String path, String value) {}

    static Stream<Path> examples() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/shapes"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleOfAShapeIsFoundLikewise(Path file) {
        assertSame(with(file));
    }

    @Test
    void allExamplesTogetherAreFoundLikewise() throws IOException {
        var all = with(examples().toArray(Path[]::new));

        assertThat(theirs(all)).hasSizeGreaterThan(100);
        assertSame(all);
    }

    private static void assertSame(Graph data) {
        assertThat(ours(data)).isEqualTo(theirs(data));
    }

    private static Set<Found> ours(Graph data) {
        return CHECK.check(data, true, Planner.subjects(data), triple -> StatedPlace.NOWHERE).stream()
                .map(result -> new Found(
                        result.severity().toString(),
                        result.focusNode(),
                        result.path().orElse(""),
                        result.value().orElse("")))
                .collect(Collectors.toSet());
    }

    private static Set<Found> theirs(Graph data) {
        return ShaclValidator.get().validate(Shapes.parse(SHAPES), data).getEntries().stream()
                .filter(entry -> data.contains(entry.focusNode(), Node.ANY, Node.ANY))
                .map(ShapeCheckTest::found)
                .collect(Collectors.toSet());
    }

    private static Found found(ReportEntry entry) {
        return new Found(
                entry.severity().level().getLocalName().toUpperCase(),
                entry.focusNode().toString(),
                Optional.ofNullable(entry.resultPath()).map(Object::toString).orElse(""),
                Optional.ofNullable(entry.value()).map(FmtUtils::stringForNode).orElse(""));
    }

    private static Graph with(Path... files) {
        var data = GraphFactory.createGraphMem();
        BUNDLE.sources()
                .getFirst()
                .files()
                .forEach(file -> RDFDataMgr.read(data, file.toUri().toString()));
        for (var file : files) {
            RDFDataMgr.read(data, file.toUri().toString());
        }
        return data;
    }
}
