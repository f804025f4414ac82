package org.pairgraph.sparql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pairgraph.store.PairStore;

/**
 * Queries, before the engine sees them: who has the answer already gets 304, an answer that was given before at the same
 * revision is given again, and the graphs must be of the store. Everything else is the engine's.
 */
final class QueryService {
    private final PairStore store;
    private final Tags tags;
    private final ResultCache cache;
    private final GuardedQueries queries;
    private final QueryForms forms = new QueryForms();

    QueryService(PairStore store, GuardedQueries queries, Tags tags, ResultCache cache) {
        this.store = store;
        this.tags = tags;
        this.cache = cache;
        this.queries = queries;
    }

    /** Answers, or has the engine answer. */
    void answer(HttpServletRequest request, HttpServletResponse response, String text, FilterChain engine)
            throws IOException, ServletException {
        var sent = new SentQuery(text, queries);
        sent.leaveWith(request);
        try {
            answer(request, response, text, forms.of(sent), engine);
        } catch (QueryRefusal e) {
            SparqlProblem.of(e).send(request, response);
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, String text, QueryForm form, FilterChain engine)
            throws IOException, ServletException {
        var history = store.history();
        int revision = Revisions.known(request, history.head());
        var named = new FormatNames(request, form);
        var asked = AskedQuery.of(named, text, form);
        KnownGraphs.require(asked.graphs(), history.upTo(revision));
        answer(named, response, asked, revision, engine);
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            AskedQuery asked,
            int revision,
            FilterChain engine)
            throws IOException, ServletException {
        var tag = tag(asked, revision);
        boolean repeatable = asked.form().repeatable();
        if (repeatable && isRead(request) && Tags.has(request, tag)) {
            name(response, revision, tag);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var kept = repeatable ? find(request, tag) : Optional.<KeptAnswer>empty();
        if (kept.isPresent()) {
            name(response, revision, tag);
            send(response, kept.get());
            return;
        }
        var recorded = new RecordedResponse(
                request, response, asked.mediaType(), made -> repeatable ? tag(asked, made) : null, cache.largest());
        engine.doFilter(request, recorded);
        recorded.finish();
        if (repeatable) {
            recorded.findKept().ifPresent(whole -> cache.keep(whole.tag(), whole.answer()));
        }
    }

    /** The answer in the coding that is wanted; coded once. */
    private Optional<KeptAnswer> find(HttpServletRequest request, String tag) {
        if (!Compression.isWanted(request)) {
            return cache.find(tag, false);
        }
        var coded = cache.find(tag, true);
        return coded.isPresent() ? coded : cache.find(tag, false).map(plain -> coded(plain, tag));
    }

    private KeptAnswer coded(KeptAnswer plain, String tag) {
        if (plain.body().length < Compression.LEAST_BYTES) {
            return plain;
        }
        var coded = new KeptAnswer(plain.contentType(), plain.revision(), true, Compression.compressed(plain.body()));
        cache.keep(tag, coded);
        return coded;
    }

    private static void name(HttpServletResponse response, int revision, String tag) {
        response.setIntHeader(Endpoint.REVISION_HEADER, revision);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept, Accept-Encoding");
    }

    private static void send(HttpServletResponse response, KeptAnswer answer) throws IOException {
        if (answer.compressed()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(answer.contentType());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static boolean isRead(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    private String tag(AskedQuery asked, int revision) {
        return tags.of(revision, asked.fingerprint());
    }
}
