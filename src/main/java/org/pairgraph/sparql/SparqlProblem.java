package org.pairgraph.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;

/**
 * Why a request to the endpoint is refused, as a problem (RFC 9457), or as plain text for who accepts that only.
 *
 * @param members what else it says, by name
 */
public record SparqlProblem(Kind kind, String detail, Map<String, Object> members) {
    private static final String NAMESPACE = "https://w3id.org/pairgraph/problems#";
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain";
    private static final AcceptList OFFERED = AcceptList.create(PROBLEM, "application/json", TEXT);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The kinds of problem of the endpoint; each has a heading in {@code docs/problems.md}. */
    public enum Kind {
        BAD_REQUEST(HttpServletResponse.SC_BAD_REQUEST, "The request cannot be understood"),
        UNKNOWN_REVISION(HttpServletResponse.SC_NOT_FOUND, "There is no such revision"),
        NOT_ACCEPTABLE(
                HttpServletResponse.SC_NOT_ACCEPTABLE, "The answer cannot be written in a format that is accepted"),
        REVISION_NOT_AT_HAND(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The revision is not at hand"),
        NO_UPDATE(HttpServletResponse.SC_FORBIDDEN, "The store is not changed by SPARQL Update"),
        UNKNOWN_GRAPH(HttpServletResponse.SC_NOT_FOUND, "There is no such graph"),
        METHOD_NOT_ALLOWED(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "The address does not take this method"),
        BODY_TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The body is too large"),
        MALFORMED_QUERY(HttpServletResponse.SC_BAD_REQUEST, "The query is not SPARQL 1.1"),
        QUERY_NOT_ALLOWED(HttpServletResponse.SC_BAD_REQUEST, "The query asks for what is not done here"),
        UNKNOWN_FORMAT(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "The format of the file is not known"),
        QUERY_TOO_LONG(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The query is too long"),
        QUERY_TOO_LARGE(422, "The query needs more memory than one may hold"),
        INTERNAL_ERROR(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "The server made a mistake"),
        SERVICE_FAILED(HttpServletResponse.SC_BAD_GATEWAY, "Another endpoint gives no rows"),
        QUERY_STOPPED(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The query was stopped"),
        QUERY_TIMEOUT(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The query takes too long"),
        TOO_MANY_QUERIES(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many queries are running");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The name in the type of the problem. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public int status() {
            return status;
        }

        /** What kind of problem it is, the same for every request. */
        public String title() {
            return title;
        }

        /** The type of the problem. */
        public String iri() {
            return NAMESPACE + slug();
        }
    }

    public SparqlProblem {
        members = Map.copyOf(members);
    }

    static SparqlProblem of(Kind kind, String detail) {
        return new SparqlProblem(kind, detail, Map.of());
    }

    static SparqlProblem of(QueryRefusal refusal) {
        return new SparqlProblem(refusal.kind(), String.valueOf(refusal.getMessage()), refusal.members());
    }

    static SparqlProblem updateRefused() {
        return new SparqlProblem(
                Kind.NO_UPDATE,
                "SPARQL Update changes nothing here: a steward imports files with POST /api/v1/imports/plans, which reports what would change, and takes versions back with POST /api/v1/sources/{name}/undo",
                Map.of());
    }

    static SparqlProblem methodNotAllowed(String path, String method, String allowed) {
        return new SparqlProblem(
                Kind.METHOD_NOT_ALLOWED, "%s does not take %s: use %s".formatted(path, method, allowed), Map.of());
    }

    static SparqlProblem bodyTooLarge() {
        return new SparqlProblem(Kind.BODY_TOO_LARGE, "A query has at most 1 MiB: ask for less at a time", Map.of());
    }

    /** Answers with the problem. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var type = ConNeg.chooseContentType(request, OFFERED, MediaType.create(PROBLEM))
                .getContentTypeStr();
        var body = type.equals(TEXT) ? (kind.title + ": " + detail + "\n").getBytes(StandardCharsets.UTF_8) : json();
        response.setStatus(kind.status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(type.equals(TEXT) ? TEXT + ";charset=utf-8" : PROBLEM);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("type", kind.iri());
        all.put("title", kind.title);
        all.put("status", kind.status);
        all.put("detail", detail);
        all.putAll(members);
        try {
            return JSON.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem of texts and numbers cannot be written", e);
        }
    }
}
