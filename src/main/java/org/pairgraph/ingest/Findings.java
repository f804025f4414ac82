package org.pairgraph.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with one file, and what deserves a look. */
final class Findings {
    private static final int WARNINGS = 1_000;
    private static final Comparator<SyntaxError> ORDER =
            Comparator.comparingLong(SyntaxError::line).thenComparingLong(SyntaxError::column);

    private final int mostErrors;
    private final List<SyntaxError> errors = new ArrayList<>();
    private final List<ReadingWarning> warnings = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    Findings(int mostErrors) {
        this.mostErrors = mostErrors;
    }

    void error(long line, long column, String message, String excerpt) {
        if (!isFull()) {
            errors.add(new SyntaxError(line, column, message, excerpt));
        }
    }

    void warn(long line, String message) {
        if (warnings.size() < WARNINGS) {
            warnings.add(new ReadingWarning(line, message));
        } else if (warnings.size() == WARNINGS) {
            warnings.add(new ReadingWarning(line, "There are more warnings; they are not listed"));
        }
    }

    /** Gives errors without a place that of the first of some that say the same; each serves once. */
    void place(List<SyntaxError> placed) {
        var open = new ArrayList<>(placed);
        errors.replaceAll(error -> {
            var same = open.stream()
                    .filter(other -> error.line() == 0 && other.message().equals(error.message()))
                    .findFirst();
            same.ifPresent(open::remove);
            return same.orElse(error);
        });
    }

    /** Takes back all errors that say this. */
    void retract(String message) {
        errors.removeIf(error -> error.message().equals(message));
    }

    boolean says(String message) {
        return errors.stream().anyMatch(error -> error.message().equals(message));
    }

    /** A warning that is said only the first time. */
    void warnOnce(long line, String key, String message) {
        if (said.add(key)) {
            warn(line, message);
        }
    }

    boolean isFull() {
        return errors.size() >= mostErrors;
    }

    boolean isClean() {
        return errors.isEmpty();
    }

    /** The errors in the order of the file; the last one says so when reading stopped early. */
    List<SyntaxError> errors() {
        var sorted = new ArrayList<>(errors.stream().sorted(ORDER).toList());
        if (isFull()) {
            sorted.add(new SyntaxError(
                    0, 0, "Reading stopped after %,d errors: mend these and try again".formatted(mostErrors), ""));
        }
        return sorted;
    }

    List<ReadingWarning> warnings() {
        return List.copyOf(warnings);
    }
}
