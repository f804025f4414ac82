package org.pairgraph.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;
import java.util.Optional;
import org.pairgraph.sparql.QueryRefusal;

/**
 * A problem as the client reads it (RFC 9457).
 *
 * @param members what else it says, by name
 */
record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        Optional<String> parameter,
        @JsonAnyGetter Map<String, Object> members) {

    static Problem of(ProblemType type, Optional<String> detail, Optional<String> parameter) {
        return new Problem(type.iri(), type.title(), type.status(), detail, parameter, Map.of());
    }

    static Problem of(ProblemException e) {
        var type = e.type();
        return new Problem(
                type.iri(), type.title(), type.status(), Optional.of(e.detail()), e.parameter(), e.members());
    }

    static Problem of(QueryRefusal refusal) {
        var kind = refusal.kind();
        return new Problem(
                kind.iri(),
                kind.title(),
                kind.status(),
                Optional.ofNullable(refusal.getMessage()),
                Optional.empty(),
                refusal.members());
    }

    /** A request that HTTP itself has a status for, but that we have no name of our own for. */
    static Problem badRequest(int status, String detail) {
        var type = ProblemType.BAD_REQUEST;
        return new Problem(type.iri(), type.title(), status, Optional.of(detail), Optional.empty(), Map.of());
    }
}
