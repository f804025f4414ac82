package org.pairgraph.cli;

/** The server that holds the store does not answer as it should. The message is one line and says what to do. */
final class UnreachableServer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableServer(String url, Throwable cause) {
        super(
                "The server at %s holds the store and does not answer (%s): try again, or stop it and run this command without it"
                        .formatted(url, reason(cause)),
                cause);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
