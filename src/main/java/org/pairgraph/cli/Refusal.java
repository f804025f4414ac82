package org.pairgraph.cli;

/** What was asked cannot or must not be done. The message is one line and says what to do. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
