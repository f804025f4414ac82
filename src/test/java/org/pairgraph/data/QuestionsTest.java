package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pairgraph.ingest.Importer;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.NamedQuery.Parameter;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.sparql.QueryLimits;
import org.pairgraph.store.PairStore;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PGC;

/**
 * Questions that a careful reader of the five documents asks, in {@code sparql/questions.tsv}. Each is put to a query of
 * the catalogue with its parameters ({@code name=value;…}). Of the answer, as CSV, each expected row ({@code ||}) must
 * be there with all its fragments ({@code |}), each in a line of its own; where the documents do not say, the answer is
 * {@code EMPTY}.
 */
class QuestionsTest {
    private static final Path QUESTIONS = Path.of("src/test/resources/sparql/questions.tsv");
    private static final String UNKNOWN = "EMPTY";
    private static final GuardedQueries GUARDED = new GuardedQueries(QueryLimits.ofThisMachine());

    @TempDir
    static Path temporary;

    private static QueryCatalogue catalogue;
    private static PairStore store;

    /** One line of the file. */
    private record Question(
            String id, String zh, String en, String query, Map<String, String> parameters, String expected) {
        static Question of(String line) {
            var cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(6);
            return new Question(cells[0], cells[1], cells[2], cells[3], parameters(cells[4]), cells[5]);
        }

        private static Map<String, String> parameters(String cell) {
            var parameters = new LinkedHashMap<String, String>();
            for (var pair : cell.isEmpty() ? new String[0] : cell.split(";")) {
                var name = pair.substring(0, pair.indexOf('='));
                parameters.put(name, pair.substring(name.length() + 1));
            }
            return parameters;
        }

        List<List<String>> rows() {
            return Arrays.stream(expected.split(" \\|\\| "))
                    .map(row -> List.of(row.split("\\|")))
                    .toList();
        }

        @Override
        public String toString() {
            return id + " " + en;
        }
    }

    @BeforeAll
    static void fillTheStore() {
        catalogue = QueryCatalogue.of(Path.of("queries"));
        store = PairStore.open(temporary.resolve("store"));
        new Importer(store, ShippedGraph.BUNDLE).release();
    }

    @AfterAll
    static void closeTheStore() {
        store.close();
    }

    static List<Question> questions() {
        return ShippedGraph.text(QUESTIONS).lines().skip(1).map(Question::of).toList();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionGetsItsAnswer(Question question) {
        var lines = answer(question);

        if (question.expected().equals(UNKNOWN)) {
            assertThat(lines).isEmpty();
            return;
        }
        for (var row : question.rows()) {
            assertThat(lines)
                    .as("a line with %s", row)
                    .anyMatch(line -> row.stream().allMatch(line::contains));
            lines.remove(firstWith(row, lines));
        }
    }

    /** Else nothing would be found for the wrong reason. */
    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionIsAboutWhatTheDataKnows(Question question) {
        var things = query(question).parameters().stream()
                .filter(parameter -> question.parameters().containsKey(parameter.name()))
                .flatMap(parameter -> term(parameter, question.parameters().get(parameter.name())));

        assertThat(things)
                .allSatisfy(
                        thing -> assertThat(isDescribed(thing)).as("%s", thing).isTrue());
    }

    @Test
    void noQuestionIsAskedTwice() {
        assertThat(questions()).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(questions()).extracting(Question::zh).doesNotHaveDuplicates();
    }

    private static NamedQuery query(Question question) {
        return catalogue.findQuery(question.query()).orElseThrow(() -> new AssertionError("no " + question.query()));
    }

    private static List<String> answer(Question question) {
        var bound = query(question).bind(question.parameters());
        var csv = store.read((dataset, history) -> {
            try (var execution = QueryExec.dataset(dataset).query(bound).build()) {
                store.hideSuperseded(GUARDED.required(bound).graphs(), history, execution.getContext());
                var out = new ByteArrayOutputStream();
                ResultsWriter.create().lang(ResultSetLang.RS_CSV).write(out, execution.select());
                return out.toString(StandardCharsets.UTF_8);
            }
        });
        return new ArrayList<>(csv.lines().skip(1).toList());
    }

    private static String firstWith(List<String> fragments, List<String> lines) {
        return lines.stream()
                .filter(line -> fragments.stream().allMatch(line::contains))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Node> term(Parameter parameter, String value) {
        return switch (parameter.type()) {
            case THING -> Stream.of(NodeFactory.createURI(Namespaces.ID + value));
            case CODE -> Stream.of(NodeFactory.createURI(PGC.NAMESPACE + value));
            case CLASS, DATE, INTEGER, TEXT -> Stream.empty();
        };
    }

    private static boolean isDescribed(Node thing) {
        return store.read((dataset, history) -> dataset.getDefaultGraph().contains(thing, Node.ANY, Node.ANY));
    }
}
