package org.pairgraph.ingest;

/**
 * How large a file and its parts may be; beyond that it is refused.
 *
 * @param bytes of the file
 * @param triples of the file, which are held in memory until they are stored
 * @param documentBytes of a JSON-LD file, which is held in memory as a whole
 * @param depth of nested blank nodes, collections, JSON objects and XML elements
 * @param literalLength characters of one literal
 * @param iriLength characters of one IRI
 * @param statementLength characters of one Turtle statement
 * @param errors reported before reading stops
 */
public record ReadLimits(
        long bytes,
        long triples,
        long documentBytes,
        int depth,
        int literalLength,
        int iriLength,
        int statementLength,
        int errors) {
    /** What a triple takes while a plan is made, generously. */
    private static final long BYTES_A_TRIPLE = 600;

    public static final ReadLimits DEFAULT = new ReadLimits(
            1L << 30,
            Runtime.getRuntime().maxMemory() / BYTES_A_TRIPLE,
            64L << 20,
            100,
            1 << 20,
            8 << 10,
            64 << 20,
            1_000);
}
