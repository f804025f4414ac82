package org.pairgraph.api;

import java.util.Optional;

/** A problem as the client reads it (RFC 9457). */
record Problem(String type, String title, int status, Optional<String> detail, Optional<String> parameter) {

    static Problem of(ProblemType type, Optional<String> detail, Optional<String> parameter) {
        return new Problem(type.iri(), type.title(), type.status(), detail, parameter);
    }

    /** A request that HTTP itself has a status for, but that we have no name of our own for. */
    static Problem badRequest(int status, String detail) {
        var type = ProblemType.BAD_REQUEST;
        return new Problem(type.iri(), type.title(), status, Optional.of(detail), Optional.empty());
    }
}
