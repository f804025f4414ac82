package org.pairgraph.store;

import java.time.Duration;

/** A former revision cannot be put together now. */
public final class RevisionNotAtHand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public RevisionNotAtHand(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When it is worth asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
