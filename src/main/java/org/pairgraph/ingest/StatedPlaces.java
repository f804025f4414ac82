package org.pairgraph.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Triple;
import org.pairgraph.ingest.Planner.ReadFile;

/** Where some files that were sent together say each triple. */
final class StatedPlaces {
    private final List<String> names;
    private final List<Reading.Read> reads;

    /** @param files all of them readable */
    StatedPlaces(List<ReadFile> files) {
        names = files.stream().map(ReadFile::name).toList();
        reads = Planner.reads(files);
    }

    /** The place of a triple, else the first about its subject; nowhere where no file says either. */
    StatedPlace of(Triple triple) {
        return first(triple, read -> read.content().contains(triple))
                .or(() -> first(triple, read -> true))
                .orElse(StatedPlace.NOWHERE);
    }

    private Optional<StatedPlace> first(Triple triple, Predicate<Reading.Read> says) {
        return IntStream.range(0, reads.size())
                .filter(number -> says.test(reads.get(number)))
                .mapToObj(number -> new StatedPlace(
                        number, file(number), reads.get(number).lines().of(triple)))
                .filter(place -> place.line() > 0)
                .findFirst();
    }

    private Optional<String> file(int number) {
        return names.size() > 1 ? Optional.of(names.get(number)) : Optional.empty();
    }
}
