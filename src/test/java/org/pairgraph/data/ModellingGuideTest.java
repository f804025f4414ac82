package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.ingest.ShapeResult;
import org.pairgraph.ingest.Validator;
import org.pairgraph.vocab.PG;

/**
 * The guide says what the data says and what the shapes ask for. Its first piece of Turtle has the prefixes; one that
 * begins with {@code # refused: why} is an example of what not to do, every other is from the data.
 */
class ModellingGuideTest {
    private static final Path GUIDE = Path.of("docs/modelling.md");
    private static final Path PAGE = Path.of("docs/ontology.md");
    private static final Pattern BLOCK = Pattern.compile("```turtle\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(ontology\\.md#([^)]+)\\)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final String REFUSED = "# refused: ";

    private final List<String> blocks = BLOCK.matcher(ShippedGraph.text(GUIDE))
            .results()
            .map(match -> match.group(1))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void everyFactOfTheGuideIsInTheData() {
        var data = ShippedGraph.union();

        assertThat(examples())
                .hasSizeGreaterThan(40)
                .allSatisfy(block -> assertThat(triples(block)).isNotEmpty().allMatch(data::contains));
    }

    @Test
    void everyPieceConformsToTheShapes() throws IOException {
        var files = files(examples());

        var results = new Validator(ShippedGraph.BUNDLE).validate(files);

        assertThat(results).hasSameSizeAs(files).allSatisfy(result -> {
            assertThat(result.syntaxErrors()).isEmpty();
            assertThat(result.shapeResults()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatTheGuideWarnsOfIsRefused() {
        var refused = blocks.stream().filter(block -> block.startsWith(REFUSED)).toList();
        assertThat(refused).hasSizeGreaterThan(5);

        return refused.stream()
                .map(block -> dynamicTest(reason(block), () -> {
                    var result = new Validator(ShippedGraph.BUNDLE)
                            .validate(files(List.of(block)))
                            .getFirst();

                    assertThat(result.syntaxErrors()).isEmpty();
                    assertThat(result.conforms()).isFalse();
                    assertThat(result.shapeResults())
                            .extracting((ShapeResult shape) -> shape.message().en())
                            .containsOnly(reason(block));
                }));
    }

    @Test
    void everyTermThatTheDataUsesIsShown() {
        var sources = ShippedGraph.BUNDLE.sources();
        var data = ShippedGraph.read(sources.stream()
                .skip(1)
                .flatMap(source -> source.files().stream())
                .toList());

        var shown = new TreeSet<String>();
        examples().forEach(block -> shown.addAll(terms(graph(block))));

        assertThat(shown).isEqualTo(terms(data));
    }

    @Test
    void everyLinkLeadsToATerm() {
        var page = ShippedGraph.text(PAGE);

        assertThat(LINK.matcher(ShippedGraph.text(GUIDE)).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(page).contains("<a id=\"" + anchor + "\"></a>"));
    }

    @Test
    void everySectionSaysItInBothLanguages() {
        var sections = ShippedGraph.text(GUIDE).split("(?m)^### .*$");

        assertThat(Arrays.stream(sections).skip(1)).hasSizeGreaterThan(50).allSatisfy(section -> {
            var paragraphs = section.strip().split("\n\n");
            assertThat(paragraphs).hasSizeGreaterThan(2);
            assertThat(paragraphs[0]).containsPattern(HAN).doesNotContain("```");
            assertThat(paragraphs[1])
                    .containsPattern("[a-z]{3}")
                    .doesNotContain("```")
                    .doesNotContain("。");
        });
    }

    private List<String> examples() {
        return blocks.stream()
                .skip(1)
                .filter(block -> !block.startsWith(REFUSED))
                .toList();
    }

    private List<Path> files(List<String> pieces) throws IOException {
        var files = new ArrayList<Path>();
        for (var piece : pieces) {
            var file = folder.resolve("piece-%d.ttl".formatted(files.size()));
            files.add(Files.writeString(file, blocks.getFirst() + piece));
        }
        return files;
    }

    private Graph graph(String piece) {
        return RDFParser.fromString(blocks.getFirst() + piece, Lang.TURTLE).toGraph();
    }

    private List<Triple> triples(String piece) {
        return graph(piece).find().toList();
    }

    private static String reason(String block) {
        return block.lines().findFirst().orElseThrow().substring(REFUSED.length());
    }

    /** The classes and properties of ours that a graph uses. */
    private static Set<String> terms(Graph graph) {
        var found = new TreeSet<String>();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .forEach(found::add);
        graph.find().mapWith(triple -> triple.getPredicate().getURI()).forEach(found::add);
        found.removeIf(iri -> !iri.startsWith(PG.NAMESPACE));
        return found;
    }
}
