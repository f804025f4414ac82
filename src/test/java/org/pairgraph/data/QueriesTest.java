package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.Classes;
import org.pairgraph.claims.KnownThings;
import org.pairgraph.ingest.Importer;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.NamedQuery.Bilingual;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.sparql.QueryLimits;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.Namespaces;

/**
 * The catalogue against everything that ships: each query, with its defaults, gives {@code NAME.expected.csv}. Two lines
 * of a header are for this test: {@code # empty: why} for a query that rightly finds nothing, and
 * {@code # varies: column …} for what changes with the clock or with any triple, which stands as {@code *} in the
 * expected file.
 */
class QueriesTest {
    private static final Path FOLDER = Path.of("queries");
    private static final GuardedQueries GUARDED = new GuardedQueries(QueryLimits.ofThisMachine());
    private static final Set<String> GROUPS = Set.of("pairings", "figures", "places", "time", "evidence", "quality");
    private static final FunctionEnv ENVIRONMENT = new FunctionEnvBase(ARQ.getContext());
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @TempDir
    static Path temporary;

    private static PairStore store;
    private static DatasetGraph shuffled;

    /** Rows in their order. */
    private record Answer(List<Var> columns, List<Binding> rows) {
        String csv() {
            var out = new ByteArrayOutputStream();
            ResultsWriter.create().lang(ResultSetLang.RS_CSV).write(out, RowSetStream.create(columns, rows.iterator()));
            return lines(out.toString(StandardCharsets.UTF_8));
        }
    }

    private record NamedGroup(String iri, String zh, String en) {}

    @BeforeAll
    static void fillTheStore() {
        store = PairStore.open(temporary.resolve("store"));
        new Importer(store, ShippedGraph.BUNDLE).release();

        var quads = store.read((dataset, history) -> dataset.stream().collect(Collectors.toCollection(ArrayList::new)));
        Collections.shuffle(quads, new Random(7));
        shuffled = DatasetGraphFactory.create();
        quads.forEach(shuffled::add);
    }

    @AfterAll
    static void closeTheStore() {
        store.close();
    }

    static Stream<Named<NamedQuery>> queries() {
        return QueryCatalogue.of(FOLDER).queries().stream().map(query -> Named.of(query.name(), query));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryGivesWhatIsExpected(NamedQuery query) {
        var answer = ask(query);

        assertThat(answer.csv())
                .as("./pairgraph query %s --format csv", query.name())
                .isEqualTo(lines(ShippedGraph.text(expected(query.name()))));
        assertThat(answer.rows().isEmpty())
                .as("finds nothing, or says so in \"# empty: why\"")
                .isEqualTo(!words(query, "empty").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void noTwoRowsStandAtTheSamePlace(NamedQuery query) {
        var bound = query.bind(Map.of());
        var answer = ask(query);

        assertThat(bound.getOrderBy())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(answer.columns())
                        .as("columns of the result that ORDER BY uses")
                        .containsAll(key.getExpression().getVarsMentioned()));
        assertThat(answer.rows().stream().map(row -> place(row, bound))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theOrderInWhichDataCameDoesNotMatter(NamedQuery query) {
        var answer = answer(
                query, QueryExec.dataset(shuffled).query(query.bind(Map.of())).build());

        assertThat(answer.csv()).isEqualTo(ask(query).csv());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aHeaderIsWholeInBothLanguages(NamedQuery query) {
        var texts = Stream.concat(
                Stream.of(query.title(), query.question()),
                query.parameters().stream().map(p -> p.description()));

        assertThat(texts).allSatisfy(QueriesTest::isInBothLanguages);
        assertThat(GROUPS).contains(query.group());
        assertThat(query.result())
                .as("the line \"# result: …\"")
                .hasValueSatisfying(text -> assertThat(text).isNotBlank());
        assertThat(query.parameters())
                .allSatisfy(parameter -> assertThat(parameter.fallback()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aGroupIsNamedAsEverywhereElse(NamedQuery query) {
        var groups =
                ask(query).rows().stream().flatMap(QueriesTest::namedGroups).toList();

        assertThat(groups)
                .allSatisfy(group -> assertThat(List.of(group.zh(), group.en()))
                        .isEqualTo(store.read((dataset, history) -> composed(group.iri(), dataset))));
    }

    @Test
    void queriesAndExpectedResultsComeInPairs() {
        var endings = Stream.of(".rq", ".expected.csv")
                .map(ending -> ShippedGraph.files(FOLDER, ending).stream()
                        .map(file -> file.getFileName().toString().replace(ending, ""))
                        .toList())
                .toList();

        assertThat(endings.getFirst()).isNotEmpty().isEqualTo(endings.getLast());
    }

    /** The groups of a row whose names stand beside them, in columns that end in Zh and En. */
    private static Stream<NamedGroup> namedGroups(Binding row) {
        return row.varsMentioned().stream()
                .filter(column -> row.get(column).isURI()
                        && row.get(column).getURI().startsWith(Namespaces.ID + "group/")
                        && row.contains(column.getName() + "Zh")
                        && row.contains(column.getName() + "En"))
                .map(column -> new NamedGroup(
                        row.get(column).getURI(),
                        row.get(column.getName() + "Zh").getLiteralLexicalForm(),
                        row.get(column.getName() + "En").getLiteralLexicalForm()));
    }

    private static List<String> composed(String iri, DatasetGraph dataset) {
        var graph = dataset.getDefaultGraph();
        var claims = new Claims(Statements.of(graph), Classes.of(graph), new KnownThings());
        var label = claims.partySummary(iri.substring(Namespaces.ID.length())).label();
        return List.of(label.zh().orElseThrow(), label.en().orElseThrow());
    }

    private static Answer ask(NamedQuery query) {
        var bound = query.bind(Map.of());
        return store.read((dataset, history) -> {
            var execution = QueryExec.dataset(dataset).query(bound).build();
            store.hideSuperseded(GUARDED.required(bound).graphs(), history, execution.getContext());
            return answer(query, execution);
        });
    }

    private static Answer answer(NamedQuery query, QueryExec execution) {
        try (execution) {
            var rows = execution.select();
            var columns = rows.getResultVars();
            var varying = new HashSet<>(Var.varList(words(query, "varies")));
            return new Answer(
                    columns, rows.stream().map(row -> masked(row, varying)).toList());
        }
    }

    private static Binding masked(Binding row, Set<Var> varying) {
        var builder = BindingFactory.builder();
        row.forEach((column, value) ->
                builder.add(column, varying.contains(column) ? NodeFactory.createLiteralString("*") : value));
        return builder.build();
    }

    private static List<String> place(Binding row, Query query) {
        return query.getOrderBy().stream()
                .map(key -> ExprLib.evalOrNull(key.getExpression(), row, ENVIRONMENT))
                .map(value -> value == null ? "" : value.asNode().toString())
                .toList();
    }

    private static List<String> words(NamedQuery query, String key) {
        return query.text()
                .lines()
                .filter(line -> line.startsWith("# " + key + ": "))
                .flatMap(line -> Arrays.stream(line.substring(key.length() + 4).split("\\s+")))
                .toList();
    }

    private static void isInBothLanguages(Bilingual text) {
        assertThat(text.zh()).containsPattern(HAN);
        assertThat(text.en()).isNotBlank().doesNotContainPattern(HAN);
    }

    private static Path expected(String name) {
        return FOLDER.resolve(name + ".expected.csv");
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
