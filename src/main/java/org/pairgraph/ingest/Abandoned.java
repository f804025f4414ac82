package org.pairgraph.ingest;

/** A statement cannot be understood further. */
final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean skip;

    /** @param skip whether the next statement is yet to be looked for */
    Abandoned(boolean skip) {
        super(null, null, false, false);
        this.skip = skip;
    }

    boolean skip() {
        return skip;
    }
}
