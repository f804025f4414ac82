package org.pairgraph.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.pairgraph.saved.SavedQueries;
import org.pairgraph.saved.SavedQuery;
import org.pairgraph.sparql.Cut;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.GuardedRun;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.NamedQuery.Bilingual;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.sparql.Repeatable;
import org.pairgraph.store.PairStore;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.XmlLimits;

/** The catalogue of named queries: what there is, and each run with bound parameters. */
final class QueryRoutes {
    private static final String FORMAT = "format";
    private static final String BOM = "bom";
    private static final Set<String> RESERVED = Set.of(FORMAT, BOM, Parameters.LIMIT, Parameters.REVISION);
    private static final int ROWS_AT_MOST = 100_000;

    private final PairStore store;
    private final Answers answers;
    private final QueryCatalogue catalogue;
    private final SavedQueries saved;
    private final GuardedQueries guarded;

    /**
     * @throws IllegalArgumentException if a query has a parameter whose name the route needs itself
     */
    QueryRoutes(
            PairStore store, Answers answers, QueryCatalogue catalogue, SavedQueries saved, GuardedQueries guarded) {
        this.store = store;
        this.answers = answers;
        this.catalogue = catalogue;
        this.saved = saved;
        this.guarded = guarded;
        catalogue.queries().forEach(QueryRoutes::requireNoReservedName);
    }

    /**
     * A query of the catalogue.
     *
     * @param result what a row is, and the order of the rows
     * @param origin {@code program}, or {@code published} by a steward
     */
    record Listed(
            String name,
            String group,
            Bilingual title,
            Bilingual question,
            List<ListedParameter> parameters,
            Optional<String> result,
            String origin,
            String text) {}

    /** @param fallback the value when none is given; without one the parameter is required */
    record ListedParameter(
            String name,
            String type,
            @JsonProperty("default") Optional<String> fallback,
            Bilingual description) {}

    void queries(Context ctx) {
        var parameters = Parameters.of(ctx, Set.of(Parameters.REVISION));
        var listed = Stream.concat(
                        catalogue.queries().stream().map(query -> listed(query, "program")),
                        published().map(query -> listed(query, "published")))
                .sorted(Comparator.comparing(Listed::name))
                .toList();
        var texts = listed.stream().map(Listed::text).collect(Collectors.joining());
        answers.json(ctx, parameters, texts, lent -> new Page<>(listed.size(), Optional.empty(), listed));
    }

    void query(Context ctx) {
        query(ctx, ctx.pathParam("name"));
    }

    void query(Context ctx, String name) {
        query(ctx, named(name));
    }

    /** What a request for a query says: its own parameters, and those of the route. */
    static Parameters parameters(Context ctx, NamedQuery query) {
        var known = new TreeSet<>(RESERVED);
        query.parameters().forEach(parameter -> known.add(parameter.name()));
        return Parameters.of(ctx, known);
    }

    /**
     * A query with the values of a request in the place of its parameters.
     *
     * @throws org.pairgraph.sparql.BadParameter if a value is missing or not of its type
     */
    static Query bound(Parameters parameters, NamedQuery query) {
        var values = new HashMap<String, String>();
        query.parameters()
                .forEach(parameter ->
                        parameters.find(parameter.name()).ifPresent(value -> values.put(parameter.name(), value)));
        return query.bind(values);
    }

    /** Runs a query with the parameters of the request. */
    void query(Context ctx, NamedQuery query) {
        var parameters = parameters(ctx, query);
        var bound = bound(parameters, query);
        var format = ResultFormat.of(bound, parameters.find(FORMAT), AcceptHeader.find(ctx));
        boolean isForSpreadsheet = isForSpreadsheet(parameters, format);
        int limit = parameters.number(Parameters.LIMIT, 1, ROWS_AT_MOST).orElse(ROWS_AT_MOST);
        ctx.header(Header.VARY, Header.ACCEPT);
        answers.bytes(
                ctx,
                parameters,
                format.contentType(),
                Repeatable.is(bound) ? query.text() : UUID.randomUUID().toString(),
                lent -> result(ctx, bound, format, isForSpreadsheet, limit, lent));
    }

    private byte[] result(
            Context ctx, Query query, ResultFormat format, boolean isForSpreadsheet, int limit, Lent lent) {
        if (query.isSelectType()) {
            query.setLimit(query.hasLimit() ? Math.min(query.getLimit(), limit + 1L) : limit + 1L);
        }
        return guarded.run(query.serialize(), ctx.ip(), run -> {
            var asked = guarded.required(query);
            try (var execution = run.execution(store, lent.dataset(), lent.history(), asked)) {
                return result(ctx, query, format, isForSpreadsheet, run, execution, limit);
            }
        });
    }

    private static byte[] result(
            Context ctx,
            Query query,
            ResultFormat format,
            boolean isForSpreadsheet,
            GuardedRun run,
            QueryExec execution,
            int limit) {
        if (query.isAskType()) {
            return bytes(execution.ask(), format);
        }
        if (query.isSelectType()) {
            var kept = run.keptRows(execution, limit);
            var rows = format == ResultFormat.XML ? kept.inXml() : kept;
            var bytes = isForSpreadsheet ? SpreadsheetCsv.bytes(rows) : bytes(rows, format);
            sayCut(ctx, rows.cut());
            return bytes;
        }
        var graph = run.graph(execution);
        sayCut(ctx, graph.cut());
        return bytes(graph.graph(), format);
    }

    private static void sayCut(Context ctx, Optional<Cut> cut) {
        cut.ifPresent(bound -> ctx.header(Cut.HEADER, bound.label()));
    }

    private static byte[] bytes(RowSet rows, ResultFormat format) {
        var out = new ByteArrayOutputStream();
        ResultsWriter.create().lang(format.lang()).write(out, rows);
        return out.toByteArray();
    }

    private static byte[] bytes(boolean answer, ResultFormat format) {
        if (format == ResultFormat.TABLE) {
            return (answer + "\n").getBytes(StandardCharsets.UTF_8);
        }
        var out = new ByteArrayOutputStream();
        ResultsWriter.create().lang(format.lang()).write(out, answer);
        return out.toByteArray();
    }

    private static byte[] bytes(Graph graph, ResultFormat format) {
        if (format == ResultFormat.RDFXML) {
            XmlLimits.requireInRdfXml(graph.find());
        }
        Namespaces.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        var out = new ByteArrayOutputStream();
        RDFWriter.source(graph).lang(format.lang()).output(out);
        return out.toByteArray();
    }

    private static boolean isForSpreadsheet(Parameters parameters, ResultFormat format) {
        var asked = parameters.find(BOM);
        asked.filter(value -> !value.equals("true") && !value.equals("false")).ifPresent(value -> {
            throw Parameters.bad(BOM, "is true or false, not \"%s\"".formatted(Parameters.shown(value)));
        });
        boolean isAsked = asked.filter("true"::equals).isPresent();
        if (isAsked && format != ResultFormat.CSV) {
            throw Parameters.bad(BOM, "is for CSV: set format=csv with it");
        }
        return isAsked;
    }

    /** The query of a name, or the problem that there is none. */
    NamedQuery named(String name) {
        return catalogue
                .findQuery(name)
                .or(() -> published().filter(query -> query.name().equals(name)).findFirst())
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_QUERY,
                        "There is no query \"%s\": /api/v1/queries lists them".formatted(Parameters.shown(name))));
    }

    private static Listed listed(NamedQuery query, String origin) {
        return new Listed(
                query.name(),
                query.group(),
                query.title(),
                query.question(),
                query.parameters().stream()
                        .map(parameter -> new ListedParameter(
                                parameter.name(),
                                parameter.type().label(),
                                parameter.fallback(),
                                parameter.description()))
                        .toList(),
                query.result(),
                origin,
                query.text());
    }

    private Stream<NamedQuery> published() {
        return saved.queries().stream().filter(SavedQuery::isPublished).map(SavedQuery::asNamed);
    }

    /** Runs a query once with the values that its header gives, before others are offered it. */
    void requireRuns(Context ctx, NamedQuery query) {
        var bound = query.bind(Map.of());
        var format = ResultFormat.of(bound, Optional.empty(), Optional.empty());
        answers.read(
                ctx,
                Parameters.of(ctx, Set.of()),
                lent -> result(ctx, bound, format, false, ROWS_AT_MOST, lent).length);
    }

    /** @throws IllegalArgumentException if a query has a parameter whose name the route needs itself */
    static void requireNoReservedName(NamedQuery query) {
        query.parameters().stream()
                .filter(parameter -> RESERVED.contains(parameter.name()))
                .findFirst()
                .ifPresent(parameter -> {
                    throw new IllegalArgumentException(
                            "The query %s has a parameter \"%s\", which the API needs itself: give it another name"
                                    .formatted(query.name(), parameter.name()));
                });
    }
}
