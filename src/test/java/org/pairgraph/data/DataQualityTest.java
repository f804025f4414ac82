package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pairgraph.ingest.NormalForm;
import org.pairgraph.ingest.ShapeResult;
import org.pairgraph.ingest.Validator;

/** What must hold of everything in {@code ontology/} and {@code data/}. */
class DataQualityTest {
    private static final String PREFIXES = """
            PREFIX pg: <https://w3id.org/pairgraph/ontology#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    private static Graph graph;

    @BeforeAll
    static void readEverything() {
        graph = ShippedGraph.union();
    }

    static Stream<Path> turtleFiles() {
        return Stream.concat(
                ShippedGraph.BUNDLE.sources().stream().flatMap(source -> source.files().stream()),
                ShippedGraph.BUNDLE.shapes().stream());
    }

    static Stream<Path> hygieneQueries() {
        return ShippedGraph.files(Path.of("ontology/hygiene"), ".rq").stream();
    }

    @ParameterizedTest
    @MethodSource("turtleFiles")
    void aFileIsInNormalForm(Path file) {
        var text = ShippedGraph.text(file);

        assertThat(text).as("run ./pairgraph normalize %s", file).isEqualTo(NormalForm.of(text));
    }

    @Test
    void everythingConformsToTheShapes() {
        var files = ShippedGraph.BUNDLE.sources().stream()
                .flatMap(source -> source.files().stream())
                .toList();

        var violations = new Validator(ShippedGraph.BUNDLE)
                .validate(files).stream()
                        .flatMap(validation -> validation.shapeResults().stream())
                        .filter(result -> result.severity() == ShapeResult.Severity.VIOLATION)
                        .toList();

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hygieneQueries")
    void aHygieneQueryReturnsNothing(Path query) {
        assertThat(ShippedGraph.select(graph, query)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hygieneQueries")
    void aHygieneQueryFindsItsExample(Path query) {
        var example = Path.of(query.toString().replaceFirst("\\.rq$", ".bad.ttl"));
        var ontology =
                ShippedGraph.read(ShippedGraph.BUNDLE.sources().getFirst().files());
        ShippedGraph.read(List.of(example)).find().forEach(ontology::add);

        assertThat(ShippedGraph.select(ontology, query)).isNotEmpty();
    }

    @Test
    void aThingIsDeclaredByOneSource() {
        Map<String, String> declaredBy = new HashMap<>();
        for (var source : ShippedGraph.BUNDLE.sources()) {
            var rows = ShippedGraph.select(
                    ShippedGraph.read(source.files()),
                    PREFIXES
                            + "SELECT DISTINCT ?s { ?s a ?c FILTER (?c NOT IN (pg:Evidence, oa:TextPositionSelector)) }");
            for (var row : rows) {
                var other =
                        declaredBy.put(row.get("s").toString(), source.name().text());
                assertThat(other)
                        .as("%s, also in %s", row.get("s"), source.name())
                        .isNull();
            }
        }
    }

    @Test
    void aClaimIsOfOneKind() {
        var rows = ShippedGraph.select(
                graph,
                PREFIXES
                        + "SELECT ?s { ?s a ?c . ?c rdfs:subClassOf pg:Claim } GROUP BY ?s HAVING (COUNT(DISTINCT ?c) > 1)");

        assertThat(rows).isEmpty();
    }

    @Test
    void everyPassageLiesInsideItsDocument() {
        var lengths = ShippedGraph.text(Path.of("src/test/resources/data/documents.tsv"))
                .lines()
                .skip(2)
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(row -> row[1], row -> Integer.parseInt(row[2])));
        var rows = ShippedGraph.select(graph, PREFIXES + """
                SELECT ?e ?digest ?end { ?e a pg:Evidence ; pg:document/pg:textDigest ?digest ; oa:hasSelector/oa:end ?end }
                """);

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Integer.parseInt(row.get("end").getLiteralLexicalForm()))
                        .isLessThanOrEqualTo(lengths.get(row.get("digest").getLiteralLexicalForm())));
        assertThat(rows).hasSameSizeAs(ShippedGraph.select(graph, PREFIXES + "SELECT ?e { ?e a pg:Evidence }"));
    }
}
