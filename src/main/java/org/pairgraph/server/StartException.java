package org.pairgraph.server;

/** The server cannot start. The message is one line for the operator and says what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
