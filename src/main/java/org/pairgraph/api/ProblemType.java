package org.pairgraph.api;

import io.javalin.http.HttpStatus;
import java.util.Locale;

/** The kinds of problem (RFC 9457) that an answer can be; each has a heading in {@code docs/problems.md}. */
enum ProblemType {
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "There is no such parameter"),
    BAD_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter has a value that it cannot have"),
    UNKNOWN_CODE(HttpStatus.BAD_REQUEST, "There is no such code"),
    BAD_CURSOR(HttpStatus.BAD_REQUEST, "The cursor is none of this list"),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
    NO_TOKEN(HttpStatus.UNAUTHORIZED, "The request shows no token that counts"),
    ROLE_NEEDED(HttpStatus.FORBIDDEN, "The token does not allow this"),
    FOREIGN_ORIGIN(HttpStatus.FORBIDDEN, "Pages of other origins change nothing here"),
    GRAPH_WRITES_OFF(HttpStatus.FORBIDDEN, "Graphs are only read here"),
    UNKNOWN_ROUTE(HttpStatus.NOT_FOUND, "There is nothing at this address"),
    UNKNOWN_THING(HttpStatus.NOT_FOUND, "There is no such thing"),
    UNKNOWN_SOURCE(HttpStatus.NOT_FOUND, "There is no such source"),
    UNKNOWN_VERSION(HttpStatus.NOT_FOUND, "There is no such version"),
    UNKNOWN_PLAN(HttpStatus.NOT_FOUND, "There is no such plan"),
    UNKNOWN_QUERY(HttpStatus.NOT_FOUND, "There is no such query"),
    UNKNOWN_CITATION(HttpStatus.NOT_FOUND, "There is no such citation"),
    UNKNOWN_RUNNING_QUERY(HttpStatus.NOT_FOUND, "No such query runs"),
    UNKNOWN_REVISION(HttpStatus.NOT_FOUND, "There is no such revision"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The address does not take this method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot be written in a format that is accepted"),
    NOT_CITABLE(HttpStatus.UNPROCESSABLE_CONTENT, "The result cannot be cited"),
    NAME_TAKEN(HttpStatus.CONFLICT, "The name is taken"),
    STALE_PLAN(HttpStatus.CONFLICT, "The plan says something else by now"),
    PLAN_NOT_APPLICABLE(HttpStatus.CONFLICT, "The plan has errors"),
    CONSENT_NEEDED(HttpStatus.CONFLICT, "The plan removes triples"),
    DANGLING(HttpStatus.CONFLICT, "Others refer to what would be gone"),
    NOTHING_TO_UNDO(HttpStatus.CONFLICT, "There is nothing to take back"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The source is another one by now"),
    DATA_FORGOTTEN(HttpStatus.GONE, "Data was removed for good"),
    STALE_CURSOR(HttpStatus.GONE, "The store has changed since the list was begun"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNKNOWN_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The format of the file is not known"),
    RANGE_NOT_SATISFIABLE(HttpStatus.RANGE_NOT_SATISFIABLE, "The file has no such part"),
    TOO_MANY_FAILURES(HttpStatus.TOO_MANY_REQUESTS, "Too many requests without a token that counts"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    CITATION_DAMAGED(HttpStatus.INTERNAL_SERVER_ERROR, "The citation is damaged"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "The server made a mistake"),
    STARTING(HttpStatus.SERVICE_UNAVAILABLE, "The network is still being read into memory"),
    REVISION_NOT_AT_HAND(HttpStatus.SERVICE_UNAVAILABLE, "The revision is not at hand"),
    NO_ROOM(HttpStatus.INSUFFICIENT_STORAGE, "There is no room for more"),
    STORE_NOT_WRITABLE(HttpStatus.INSUFFICIENT_STORAGE, "The store cannot be written");

    private static final String NAMESPACE = "https://w3id.org/pairgraph/problems#";

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String iri() {
        return NAMESPACE + slug();
    }

    int status() {
        return status.getCode();
    }

    String title() {
        return title;
    }
}
