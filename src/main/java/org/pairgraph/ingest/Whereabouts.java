package org.pairgraph.ingest;

/** Tells where a parser is. */
interface Whereabouts {
    Place place();

    /** The line alone, which is asked for with every triple. */
    default long line() {
        return place().line();
    }
}
