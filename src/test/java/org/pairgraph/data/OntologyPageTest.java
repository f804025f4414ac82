package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pairgraph.terms.Rule;
import org.pairgraph.terms.Term;
import org.pairgraph.terms.Terms;
import org.pairgraph.terms.TermsPage;

/** The reference of the ontology is the one that the ontology, the shapes and the data give. */
class OntologyPageTest {
    private static final Path PAGE = Path.of("docs/ontology.md");
    private static final Path EXPECTED = Path.of("target/ontology.md");
    private static final Pattern BLOCK = Pattern.compile("```turtle\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE_EXAMPLE = Pattern.compile("\\| `(<.* \\.)` \\|$", Pattern.MULTILINE);
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");

    private static Terms terms;
    private static Graph data;
    private static String page;

    @BeforeAll
    static void writeThePage() {
        var sources = ShippedGraph.BUNDLE.sources();
        terms = Terms.of(
                ShippedGraph.read(sources.getFirst().files()), ShippedGraph.read(ShippedGraph.BUNDLE.shapes()));
        data = ShippedGraph.read(sources.stream()
                .skip(1)
                .flatMap(source -> source.files().stream())
                .toList());
        page = TermsPage.of(terms, data);
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        Files.writeString(EXPECTED, page);

        assertThat(ShippedGraph.text(PAGE))
                .as("%s as in %s: renew it with ./pairgraph ontology-page > docs/ontology.md", PAGE, EXPECTED)
                .isEqualTo(page);
    }

    @Test
    void everyTermAndCodeHasAPlaceAndBothLanguages() {
        for (var kind : Term.Kind.values()) {
            assertThat(terms.of(kind)).isNotEmpty().allSatisfy(term -> {
                assertThat(Stream.of(term.label(), term.definition()).flatMap(text -> Stream.of(text.zh(), text.en())))
                        .allSatisfy(text -> assertThat(text).isNotBlank().isSubstringOf(page));
                assertThat(anchors()).contains(anchor(term));
            });
        }
    }

    @Test
    void everyRuleStandsWithItsMessages() {
        assertThat(terms.rules())
                .isNotEmpty()
                .extracting(Rule::message)
                .allSatisfy(message -> assertThat(page).contains(cell(message.zh()), cell(message.en())));
    }

    @Test
    void noAnchorIsGivenTwiceAndNoLinkIsDead() {
        assertThat(anchors()).doesNotHaveDuplicates().containsAll(new HashSet<>(matches(LINK, page)));
    }

    @Test
    void everyExampleIsInTheDataAndIsShort() {
        var blocks = matches(BLOCK, page);
        var prefixes = blocks.getFirst();
        var examples = new ArrayList<>(blocks.subList(1, blocks.size()));
        examples.addAll(matches(CODE_EXAMPLE, page));

        assertThat(blocks).hasSizeGreaterThan(80);
        assertThat(examples).hasSizeGreaterThan(250).allSatisfy(example -> {
            assertThat(example.lines()).hasSizeLessThanOrEqualTo(12);
            assertThat(triples(prefixes + example)).isNotEmpty().allMatch(data::contains);
        });
    }

    private static String anchor(Term term) {
        return term.iri()
                .replaceFirst("^https://w3id.org/pairgraph/code/", "code-")
                .replaceFirst("^https://w3id.org/pairgraph/ontology#", "");
    }

    private static List<String> anchors() {
        return matches(ANCHOR, page);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static List<Triple> triples(String turtle) {
        return RDFParser.fromString(turtle, Lang.TURTLE).toGraph().find().toList();
    }
}
