package org.pairgraph.store;

/** There is no revision of this number. */
public final class UnknownRevision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownRevision(int number, int head) {
        super("There is no revision %d: the store has 1 to %d".formatted(number, head));
    }
}
