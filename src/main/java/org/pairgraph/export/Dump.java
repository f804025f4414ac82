package org.pairgraph.export;

import java.nio.file.Path;

/**
 * A file with a revision, compressed with gzip.
 *
 * @param bytes its size
 * @param sha256 of the file, hex
 */
public record Dump(int revision, DumpFormat format, Path file, long bytes, String sha256) {
    private static final String PREFIX = "pairgraph-";
    private static final String ENDING = ".gz";

    /** How the dump of a revision is called, for example {@code pairgraph-3.ttl.gz}. */
    public static String name(int revision, DumpFormat format) {
        return PREFIX + revision + "." + format.ending() + ENDING;
    }

    public String name() {
        return name(revision, format);
    }
}
