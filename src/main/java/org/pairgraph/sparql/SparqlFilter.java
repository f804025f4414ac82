package org.pairgraph.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.PairStore;

/**
 * Everything below {@code /sparql}: decides what a request is (SPARQL 1.1 Protocol §2, Graph Store Protocol §5) and who
 * answers it. Reads are open to pages of every origin; SPARQL Update is refused.
 */
final class SparqlFilter implements Filter {
    private static final String READS = "GET, HEAD, OPTIONS";
    private static final String GRAPHS = "GET, HEAD, PUT, DELETE, OPTIONS";
    private static final String QUERIES = "GET, HEAD, POST, OPTIONS";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final PairStore store;
    private final Filter engine;
    private final QueryService queries;
    private final DescriptionService description;
    private final GraphService graphs;

    /** @param engine answers queries */
    SparqlFilter(PairStore store, GuardedQueries queries, Filter engine, ResultCache cache) {
        this.store = store;
        this.engine = engine;
        var tags = new Tags(store.id());
        this.queries = new QueryService(store, queries, tags, cache);
        this.description = new DescriptionService(store, tags);
        this.graphs = new GraphService(store, queries, tags);
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        switch (request.getRequestURI()) {
            case "/sparql" -> query(request, open(response), chain);
            case "/sparql/update" -> refuseUpdate(request, open(response));
            case "/sparql/data" -> graph(request, response, chain);
            default -> chain.doFilter(request, response);
        }
    }

    private HttpServletResponse open(HttpServletResponse response) {
        CrossOrigin.allowReading(response);
        response.setIntHeader(Endpoint.REVISION_HEADER, store.history().head());
        return response;
    }

    private void query(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (request.getMethod()) {
            case "GET" -> get(request, response, chain);
            case "HEAD" -> get(new ReadAsGet(request), response, chain);
            case "POST" -> post(request, response, chain);
            case "OPTIONS" -> CrossOrigin.preflight(response, QUERIES, QUERIES);
            default -> refuseMethod(request, response, QUERIES);
        }
    }

    private void get(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isUpdate(request)) {
            refuseUpdate(request, response);
            return;
        }
        var sent = request.getParameterValues("query");
        if (sent != null && sent.length > 1) {
            SparqlProblem.of(Kind.BAD_REQUEST, "There are %d queries: send one".formatted(sent.length))
                    .send(request, response);
            return;
        }
        var query = request.getParameter("query");
        if (query == null
                && DescriptionService.isWanted(request)
                && request.getMethod().equals("GET")) {
            description.answer(request, response);
            return;
        }
        ask(request, response, query, chain);
    }

    private void post(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (mediaType(request)) {
            case "application/sparql-update" -> refuseUpdate(request, response);
            case "application/sparql-query" -> direct(request, response, chain);
            case FORM, "" -> form(request, response, chain);
            default ->
                SparqlProblem.of(
                                Kind.UNKNOWN_FORMAT,
                                "A query is sent as application/sparql-query or as a form, not as \"%s\""
                                        .formatted(mediaType(request)))
                        .send(request, response);
        }
    }

    private void direct(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var direct = DirectQuery.read(request);
        if (direct.isEmpty()) {
            SparqlProblem.bodyTooLarge().send(request, response);
            return;
        }
        String text;
        try {
            text = direct.get().text();
        } catch (CharacterCodingException e) {
            SparqlProblem.of(Kind.BAD_REQUEST, "The query is not in UTF-8: send it in UTF-8")
                    .send(request, response);
            return;
        }
        ask(direct.get(), response, text, chain);
    }

    private void form(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > DirectQuery.MOST_BYTES || isTooLong(request)) {
            SparqlProblem.bodyTooLarge().send(request, response);
        } else {
            get(request, response, chain);
        }
    }

    /** Whether Jetty refuses a form that does not say its length; what else it refuses is thrown. */
    private static boolean isTooLong(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return false;
        } catch (RuntimeException e) {
            if (isTooLarge(e)) {
                return true;
            }
            throw e;
        }
    }

    private static boolean isTooLarge(@Nullable Throwable e) {
        return e instanceof HttpException refused
                        && refused.getCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                || e != null && isTooLarge(e.getCause());
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, @Nullable String text, FilterChain chain)
            throws IOException, ServletException {
        if (text == null) {
            SparqlProblem.of(Kind.BAD_REQUEST, "There is no query: send one as \"query\", or as the body")
                    .send(request, response);
        } else {
            queries.answer(request, response, text, (asked, answer) -> engine.doFilter(asked, answer, chain));
        }
    }

    private void graph(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> graphs.answer(request, open(response));
            case "OPTIONS" -> CrossOrigin.preflight(open(response), READS, GRAPHS);
            case "PUT", "DELETE" -> chain.doFilter(request, response);
            default -> refuseMethod(request, open(response), GRAPHS);
        }
    }

    private static boolean isUpdate(HttpServletRequest request) {
        return request.getParameter("update") != null || request.getParameter("request") != null;
    }

    private static void refuseUpdate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SparqlProblem.updateRefused().send(request, response);
    }

    private static void refuseMethod(HttpServletRequest request, HttpServletResponse response, String allowed)
            throws IOException {
        response.setHeader("Allow", allowed);
        SparqlProblem.methodNotAllowed(request.getRequestURI(), request.getMethod(), allowed)
                .send(request, response);
    }

    private static String mediaType(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
