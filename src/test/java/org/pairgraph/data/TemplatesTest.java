package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pairgraph.ingest.NormalForm;
import org.pairgraph.ingest.ShapeResult;
import org.pairgraph.ingest.Validator;
import org.pairgraph.tables.Conversion;
import org.pairgraph.tables.TableTemplate;
import org.pairgraph.vocab.Namespaces;

/** The worked examples of {@code data/templates/}: what the tables give, and that it is fit to be imported. */
class TemplatesTest {
    private static final Path FOLDER = Path.of("data/templates");
    private static final String INVENTED = "https://w3id.org/pairgraph/synthetic/";

    private static Graph shipped;

    @BeforeAll
    static void readEverything() {
        shipped = ShippedGraph.union();
    }

    static Stream<Path> examples() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    private static List<Path> context(Path example) {
        return ShippedGraph.files(example, "context.ttl");
    }

    private static String converted(Path example, String table) throws IOException {
        var known = ShippedGraph.union();
        ShippedGraph.read(context(example)).find().forEach(known::add);
        var conversion = TableTemplate.find(example.getFileName().toString())
                .orElseThrow()
                .convert(
                        Files.readAllBytes(example.resolve(table)),
                        known,
                        context(example).isEmpty() ? Namespaces.ID : INVENTED);

        assertThat(conversion).isInstanceOf(Conversion.Converted.class);
        return NormalForm.of(RDFWriter.source(((Conversion.Converted) conversion).graph())
                .lang(Lang.NTRIPLES)
                .asString());
    }

    @Test
    void everyTemplateHasAnExample() throws IOException {
        assertThat(examples().map(example -> example.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(
                        TableTemplate.all().stream().map(TableTemplate::name).toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTableGivesTheTurtleInEitherLanguage(Path example) throws IOException {
        var expected = Files.readString(example.resolve("example.ttl"));

        assertThat(converted(example, "table.csv")).isEqualTo(expected);
        assertThat(converted(example, "table.en.csv")).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTurtleConforms(Path example) {
        var files = ShippedGraph.files(example, ".ttl");

        var violations = new Validator(ShippedGraph.BUNDLE)
                .validate(files).stream()
                        .flatMap(validation -> validation.shapeResults().stream())
                        .filter(result -> result.severity() == ShapeResult.Severity.VIOLATION)
                        .toList();

        assertThat(files).isNotEmpty();
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsTrueOrSaysThatItIsInvented(Path example) {
        assertThat(ShippedGraph.read(ShippedGraph.files(example, ".ttl")).find().toList())
                .isNotEmpty()
                .allSatisfy(triple -> assertThat(shipped.contains(triple)
                                || triple.getSubject().getURI().startsWith(INVENTED))
                        .as("%s", triple)
                        .isTrue());
    }

    @Test
    void theInventedPassagesStandInTheInventedReport() {
        var example = FOLDER.resolve("school-pairings");
        var rows = ShippedGraph.select(ShippedGraph.read(context(example)), """
                PREFIX pg: <https://w3id.org/pairgraph/ontology#>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                SELECT ?start ?end ?digest { ?e pg:passageDigest ?digest ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] }
                """);
        var report = ShippedGraph.text(example.resolve("report.txt"));

        assertThat(rows).hasSize(3).allSatisfy(row -> {
            var passage = report.substring(
                    Integer.parseInt(row.get("start").getLiteralLexicalForm()),
                    Integer.parseInt(row.get("end").getLiteralLexicalForm()));
            assertThat(sha256(passage)).isEqualTo(row.get("digest").getLiteralLexicalForm());
        });
    }

    @Test
    void noExampleIsASource() {
        assertThat(ShippedGraph.BUNDLE.sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.files())
                        .noneMatch(file -> file.toString().contains("templates")))
                .noneMatch(source -> source.name().text().equals("templates"));
        assertThat(ShippedGraph.files(FOLDER, ".ttl")).isEmpty();
    }

    private static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
