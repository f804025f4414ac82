package org.pairgraph.ingest;

import java.io.InputStream;

/**
 * A file that somebody sends.
 *
 * @param name as the sender calls it, for reports; it is never used as a path
 * @param bytes read once, and not closed
 */
public record SourceFile(String name, RdfFormat format, InputStream bytes) {}
