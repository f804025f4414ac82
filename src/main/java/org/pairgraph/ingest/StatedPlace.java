package org.pairgraph.ingest;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where files that were sent together say something. Places stand in the order of the files, then of their lines.
 *
 * @param number which of the files, from 0
 * @param file its name, where there is more than one
 * @param line from 1; 0 where no file says it
 */
record StatedPlace(int number, Optional<String> file, long line) implements Comparable<StatedPlace> {
    static final StatedPlace NOWHERE = inFile(0);

    private static final Comparator<StatedPlace> ORDER =
            Comparator.comparingInt(StatedPlace::number).thenComparingLong(StatedPlace::line);

    /** A line of a file that is alone. */
    static StatedPlace inFile(long line) {
        return new StatedPlace(0, Optional.empty(), line);
    }

    @Override
    public int compareTo(StatedPlace other) {
        return ORDER.compare(this, other);
    }
}
