package org.pairgraph.api;

import java.util.Optional;

/** A request cannot be answered as asked. The message says what is wrong, shows the value, and says what to do. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient Optional<String> parameter;

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

    ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }

    Optional<String> parameter() {
        return parameter;
    }
}
