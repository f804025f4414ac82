package org.pairgraph.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request cannot be answered as asked. The message says what is wrong, shows the value, and says what to do. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient Optional<String> parameter;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private ProblemException(ProblemType type, String detail, Optional<String> parameter) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.parameter = parameter;
    }

    static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, Optional.empty());
    }

    /** A problem with the value of one parameter. */
    static ProblemException of(ProblemType type, String parameter, String detail) {
        return new ProblemException(type, detail, Optional.of(parameter));
    }

    /** Has the answer say one thing more (RFC 9457 §3.2). */
    ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Has the answer bear a header. */
    ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Has the answer say when it is worth asking again. */
    ProblemException retryAfter(Duration wait) {
        return header(
                "Retry-After", String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }

    Optional<String> parameter() {
        return parameter;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> members() {
        return members;
    }
}
