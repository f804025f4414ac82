package org.pairgraph.ingest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Triple;
import org.pairgraph.ingest.Planner.ReadFile;

/**
 * Where some files that were sent together say each triple. A place is one number, the line in the first file, and grows
 * with the files and with the lines of each: what is sorted by places stands in the order of the files.
 */
final class StatedPlaces {
    private static final int LINE_BITS = 40;

    private final List<String> names;
    private final List<Reading.Read> reads;

    /** @param files all of them readable */
    StatedPlaces(List<ReadFile> files) {
        names = files.stream().map(ReadFile::name).toList();
        reads = Planner.reads(files);
    }

    /** The place of a triple, else the first about its subject; 0 where no file says either. */
    long of(Triple triple) {
        return first(triple, read -> read.content().contains(triple))
                .orElseGet(() -> first(triple, read -> true).orElse(0));
    }

    private OptionalLong first(Triple triple, Predicate<Reading.Read> says) {
        return IntStream.range(0, reads.size())
                .filter(number -> says.test(reads.get(number)))
                .filter(number -> reads.get(number).lines().of(triple) > 0)
                .mapToLong(number ->
                        ((long) number << LINE_BITS) + reads.get(number).lines().of(triple))
                .findFirst();
    }

    /** The line of a place in its file, from 1; 0 where there is none. */
    static long line(long place) {
        return place & (1L << LINE_BITS) - 1;
    }

    /** The name of the file that a place is in, where there is more than one. */
    Optional<String> file(long place) {
        return names.size() > 1 && place > 0 ? Optional.of(names.get((int) (place >> LINE_BITS))) : Optional.empty();
    }
}
