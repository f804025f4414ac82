package org.pairgraph.citations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A later answer beside the one that was cited.
 *
 * @param rows of the later answer
 * @param digest of the later answer
 * @param differences the first lines that differ, as far as the cited ones were kept
 */
public record Comparison(boolean same, int rows, String digest, List<Difference> differences) {
    private static final int DIFFERENCES_AT_MOST = 5;

    /** @param line from 1; the first of a SELECT has its variables */
    public record Difference(int line, Optional<String> cited, Optional<String> now) {}

    public Comparison {
        differences = List.copyOf(differences);
    }

    static Comparison of(Citation citation, CanonicalResult later) {
        boolean same = citation.digest().equals(later.digest());
        return new Comparison(same, later.rows(), later.digest(), same ? List.of() : differences(citation, later));
    }

    private static List<Difference> differences(Citation citation, CanonicalResult later) {
        var cited = citation.sample();
        boolean wasWhole = cited.size() >= citation.rows() + (citation.kind() == CanonicalResult.Kind.ROWS ? 1 : 0);
        int compared = wasWhole ? Math.max(cited.size(), later.lines().size()) : cited.size();
        var found = new ArrayList<Difference>();
        for (int i = 0; i < compared && found.size() < DIFFERENCES_AT_MOST; i++) {
            var before = at(cited, i);
            var now = at(later.lines(), i);
            if (!before.equals(now)) {
                found.add(new Difference(i + 1, before, now));
            }
        }
        return found;
    }

    private static Optional<String> at(List<String> lines, int index) {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }
}
