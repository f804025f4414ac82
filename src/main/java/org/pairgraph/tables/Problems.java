package org.pairgraph.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The problems of one table so far, each once; beyond a thousand they are only counted. */
final class Problems {
    private static final int KEPT = 1000;

    private final Set<TableProblem> kept = new LinkedHashSet<>();
    private final Set<Integer> rows = new HashSet<>();
    private int more;

    void add(TableProblem problem) {
        rows.add(problem.row());
        if (kept.size() < KEPT) {
            kept.add(problem);
        } else if (!kept.contains(problem)) {
            more++;
        }
    }

    /** A problem of the whole table. */
    void add(Message message) {
        add(new TableProblem(0, "", "", "", message));
    }

    boolean none() {
        return kept.isEmpty();
    }

    /** Whether a row has a problem. */
    boolean in(int row) {
        return rows.contains(row);
    }

    /** By row, within a row in the order of its columns. */
    Conversion.Refused refusal() {
        var sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingInt(TableProblem::row)
                .thenComparingInt(problem -> problem.letter().length())
                .thenComparing(TableProblem::letter));
        return new Conversion.Refused(sorted, more);
    }
}
