package org.pairgraph.citations;

/** A query whose answer may be another one each time cannot be cited. The message says why and what to do. */
public final class NotCitable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCitable(String message) {
        super(message, null, false, false);
    }
}
