package org.pairgraph.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pairgraph.ingest.ImportPlan.FileError;
import org.pairgraph.ingest.Planner.ReadFile;

/** What keeps files from being planned at all: they cannot be read, say nothing, or describe what is not theirs. */
final class FileErrors {
    private FileErrors() {}

    /** Every error of every file, in their order. */
    static List<FileError> in(List<ReadFile> files) {
        var errors = new ArrayList<FileError>();
        for (var file : files) {
            switch (file.reading()) {
                case Reading.Unreadable unreadable ->
                    unreadable
                            .errors()
                            .forEach(error -> errors.add(new FileError(
                                    file.name(), error.line(), error.column(), error.message(), error.excerpt())));
                case Reading.Read read -> errors.addAll(describedTerms(file.name(), read));
            }
        }
        if (errors.isEmpty()
                && Planner.reads(files).stream().allMatch(read -> read.content().isEmpty())) {
            errors.add(new FileError(
                    files.getFirst().name(),
                    0,
                    0,
                    "There is nothing to import: a source is emptied by taking its versions back (undo)",
                    ""));
        }
        return errors;
    }

    /** Terms and codes are described by the program only. */
    private static List<FileError> describedTerms(String file, Reading.Read read) {
        return Planner.subjects(read.content()).stream()
                .filter(subject -> Planner.isTerm(subject.toString()))
                .map(subject -> new FileError(
                        file,
                        read.lines().of(Triple.create(subject, Node.ANY, Node.ANY)),
                        0,
                        "<%s> is a term of the ontology, which changes only with the program: leave the statement out"
                                .formatted(subject),
                        ""))
                .sorted(Comparator.comparingLong(FileError::line))
                .toList();
    }
}
