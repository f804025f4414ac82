package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.pairgraph.access.RequestRate;
import org.pairgraph.citations.CanonicalResult;
import org.pairgraph.citations.Citation;
import org.pairgraph.citations.CitationText;
import org.pairgraph.citations.Citations;
import org.pairgraph.citations.Comparison;
import org.pairgraph.citations.Slices;
import org.pairgraph.sparql.Cut;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.GuardedRun;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.History;
import org.pairgraph.store.MissingContent;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.ToolVersion;

/** Results that can be cited: made, and asked again at their revision. */
final class CitationRoutes {
    private static final int BODY_AT_MOST = 16 * 1024;
    private static final int A_MINUTE = 20;
    private static final Set<String> MEMBERS = Set.of("parameters", "query", "revision");
    private static final Set<String> KNOWN = Set.of("format");

    private final PairStore store;
    private final Citations citations;
    private final CitedQuery.Catalogue catalogue;
    private final Guard guard;
    private final GuardedQueries guarded;
    private final PageShell shell = PageShell.plain();
    private final RequestRate rate = new RequestRate(A_MINUTE);

    CitationRoutes(PairStore store, CitedQuery.Catalogue catalogue, Guard guard, GuardedQueries guarded) {
        this.store = store;
        this.citations = new Citations(store.path());
        this.catalogue = catalogue;
        this.guard = guard;
        this.guarded = guarded;
    }

    /**
     * A citation.
     *
     * @param url where it can be looked at, to be put into a paper
     * @param replay of a citation that was asked again
     */
    record Shown(
            String id,
            String url,
            String query,
            UUID store,
            int revision,
            Instant revisedAt,
            Instant recordedAt,
            Optional<String> title,
            String toolVersion,
            Result result,
            String text,
            Optional<Replay> replay) {}

    record Result(String kind, int rows, String digest, boolean ordered) {}

    /**
     * What the query answers now, at its revision.
     *
     * @param outcome {@code same}, {@code changed}, {@code forgotten} when data of the revision was removed for good,
     *     {@code gone} when the store has no such revision
     * @param forgotten graphs that are empty by now
     */
    record Replay(
            String outcome,
            Optional<Integer> rows,
            Optional<String> digest,
            List<Comparison.Difference> differences,
            List<String> forgotten) {}

    void cite(Context ctx) {
        Guard.requireOwnOrigin(ctx);
        Parameters.of(ctx, Set.of());
        requireLeisure(ctx);
        var body = JsonBody.of(ctx, MEMBERS, BODY_AT_MOST);
        var revision = body.number("revision", 1);
        var cited = CitedQuery.of(body, catalogue);
        int asked = (int)
                Math.min(Integer.MAX_VALUE, revision.orElse(store.history().head()));
        var kept = store.readAt(asked, (dataset, history) -> keep(ctx, cited, dataset, history));
        ctx.status(kept.isNew() ? HttpStatus.CREATED : HttpStatus.OK);
        ctx.header(Header.LOCATION, "/api/v1/citations/" + kept.citation().id());
        json(ctx, shown(ctx, kept.citation(), Optional.empty()));
    }

    /** Anybody may cite now and then; who shows a token, as often as need be. */
    private void requireLeisure(Context ctx) {
        if (guard.isKnown(ctx)) {
            return;
        }
        rate.count(ctx.ip()).ifPresent(wait -> {
            throw ProblemException.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "An address may cite %d times a minute: wait a little".formatted(A_MINUTE))
                    .retryAfter(wait);
        });
    }

    private Citations.Kept keep(Context ctx, CitedQuery cited, DatasetGraph dataset, History history) {
        requireSameSlices(ctx, cited.query(), dataset, history);
        var asked = new Citations.Asked(
                cited.query().serialize(),
                store.id(),
                history.head(),
                history.revisions().getLast().recordedAt(),
                cited.title());
        return citations.keep(
                asked,
                result(ctx, cited.query(), dataset, history),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                ToolVersion.text());
    }

    /** A citation in the form that is asked for; as JSON or as a page the query is run again. */
    void citation(Context ctx) {
        var parameters = Parameters.of(ctx, KNOWN);
        ctx.header(Header.VARY, Header.ACCEPT);
        var asked = ctx.pathParam("id").split("\\.", 2);
        var form = asked.length == 2
                ? ofEnding("." + asked[1])
                : CitationForm.of(parameters.find("format"), AcceptHeader.find(ctx));
        var id = asked[0];
        var citation = citations
                .find(id)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_CITATION,
                        "There is no citation \"%s\" in this store: check the address"
                                .formatted(Parameters.shown(id))));
        var text = new CitationText(citation, url(ctx, citation));
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(citation.revision()));
        switch (form) {
            case JSON -> json(ctx, shown(ctx, citation, Optional.of(replay(ctx, citation))));
            case HTML -> page(ctx, citation, text);
            case BIBTEX -> text(ctx, form, text.bibtex());
            case CSL -> text(ctx, form, text.csl());
            case TEXT -> text(ctx, form, text.plain());
        }
    }

    private static CitationForm ofEnding(String ending) {
        return CitationForm.ofEnding(ending)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_CITATION,
                        "No citation ends in \"%s\": behind the id there may be one of %s"
                                .formatted(Parameters.shown(ending), CitationForm.endings())));
    }

    private Replay replay(Context ctx, Citation citation) {
        if (citation.revision() > store.history().head() || !citation.store().equals(store.id())) {
            return new Replay("gone", Optional.empty(), Optional.empty(), List.of(), List.of());
        }
        return store.readAt(citation.revision(), (dataset, history) -> {
            var forgotten = MissingContent.of(dataset, history).stream()
                    .map(GraphName::iri)
                    .toList();
            if (!forgotten.isEmpty()) {
                return new Replay("forgotten", Optional.empty(), Optional.empty(), List.of(), forgotten);
            }
            var later = Citations.compare(citation, result(ctx, CitedQuery.parsed(citation.query()), dataset, history));
            return new Replay(
                    later.same() ? "same" : "changed",
                    Optional.of(later.rows()),
                    Optional.of(later.digest()),
                    later.differences(),
                    List.of());
        });
    }

    private void requireSameSlices(Context ctx, Query query, DatasetGraph dataset, History history) {
        for (var slice : Slices.of(query)) {
            run(ctx, slice, dataset, history, (run, execution) -> {
                Slices.requireTotal(slice, run.keptRows(execution, run.mostRows()));
                return slice;
            });
        }
    }

    private CanonicalResult result(Context ctx, Query query, DatasetGraph dataset, History history) {
        return run(ctx, query, dataset, history, (run, execution) -> result(query, run, execution));
    }

    private <T> T run(
            Context ctx,
            Query query,
            DatasetGraph dataset,
            History history,
            BiFunction<GuardedRun, QueryExec, T> reading) {
        return guarded.run(query.serialize(), ctx.ip(), run -> {
            var asked = guarded.required(query);
            try (var execution = run.execution(store, dataset, history, asked)) {
                return reading.apply(run, execution);
            }
        });
    }

    private static CanonicalResult result(Query query, GuardedRun run, QueryExec execution) {
        if (query.isAskType()) {
            return CanonicalResult.of(execution.ask());
        }
        if (query.isSelectType()) {
            var rows = run.keptRows(execution, run.mostRows());
            var whole = CanonicalResult.of(query, rows);
            requireWhole(rows.cut());
            return whole;
        }
        var graph = run.graph(execution);
        requireWhole(graph.cut());
        return CanonicalResult.of(graph.graph());
    }

    private static void requireWhole(Optional<Cut> cut) {
        cut.ifPresent(bound -> {
            throw ProblemException.of(
                    ProblemType.NOT_CITABLE,
                    "The result has more %s than an answer may have: cite a part of it".formatted(bound.label()));
        });
    }

    private void page(Context ctx, Citation citation, CitationText text) {
        shell.protect(ctx);
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.contentType(CitationForm.HTML.contentType());
        ctx.result(shell.with(
                citation.title().orElse("pairgraph citation") + " · pairgraph",
                "",
                CitationPage.of(citation, text, replay(ctx, citation))));
    }

    private static void text(Context ctx, CitationForm form, String text) {
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.contentType(form.contentType()).result(text);
    }

    private static void json(Context ctx, Shown shown) {
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(shown.revision()));
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.contentType(Json.TYPE).result(Json.bytes(shown));
    }

    private static Shown shown(Context ctx, Citation citation, Optional<Replay> replay) {
        var url = url(ctx, citation);
        return new Shown(
                citation.id(),
                url,
                citation.query(),
                citation.store(),
                citation.revision(),
                citation.revisedAt(),
                citation.recordedAt(),
                citation.title(),
                citation.toolVersion(),
                new Result(
                        citation.kind().name().toLowerCase(Locale.ROOT),
                        citation.rows(),
                        citation.digest(),
                        citation.ordered()),
                new CitationText(citation, url).plain().strip(),
                replay);
    }

    private static String url(Context ctx, Citation citation) {
        return ctx.scheme() + "://" + ctx.host() + "/citations/" + citation.id();
    }
}
