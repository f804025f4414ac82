package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each shape finds what it is there for: a file breaks one shape, and its first line names it. */
class ShapesTest {
    private static final String EXPECT = "# expect: ";

    private static Shapes shapes;
    private static Graph ontology;

    @BeforeAll
    static void readShapes() {
        shapes = Shapes.parse(ShippedGraph.read(ShippedGraph.BUNDLE.shapes()));
        ontology = ShippedGraph.read(ShippedGraph.BUNDLE.sources().getFirst().files());
    }

    static Stream<Path> cases() {
        return ShippedGraph.files(Path.of("src/test/resources/shapes"), ".ttl").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aShapeFindsItsExample(Path file) {
        var expected = ShippedGraph.text(file).lines().findFirst().orElseThrow().substring(EXPECT.length());
        var data = ShippedGraph.read(List.of(file));
        ontology.find().forEach(data::add);

        var entries = ShaclValidator.get().validate(shapes, data).getEntries();

        var found = entries.stream().map(ShapesTest::name).distinct().toList();
        assertThat(found).containsExactlyInAnyOrder(expected.equals("nothing") ? new String[0] : expected.split(" "));
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.messages())
                        .extracting(message -> message.getLiteralLanguage())
                        .containsExactlyInAnyOrder("zh-Hans", "en"));
    }

    private static String name(ReportEntry entry) {
        return entry.source().getURI().replaceFirst(".*/", "");
    }
}
