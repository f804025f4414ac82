package org.pairgraph.ingest;

/** Where the parser is: line and column from 1, 0 where unknown, and the text around it. */
record Place(long line, long column, String excerpt) {
    static final Place UNKNOWN = new Place(0, 0, "");
}
