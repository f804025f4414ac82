package org.pairgraph.sparql;

/** A regular expression is not valid, or asks for what cannot be done in linear time. */
final class UnsupportedPattern extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedPattern(String message) {
        super(message, null, false, false);
    }
}
