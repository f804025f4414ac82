package org.pairgraph.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** Terms of our namespaces that a file uses and nobody describes. */
public final class UnknownTerms {
    private static final int MOST_EDITS = 3;

    /**
     * One such term.
     *
     * @param line where the file first uses it; 0 where unknown
     * @param nearest the known term that was most likely meant
     * @param file the one that uses it, where there is more than one
     */
    public record UnknownTerm(
            String iri,
            long line,
            Optional<String> nearest,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> file) {
        UnknownTerm in(String file) {
            return new UnknownTerm(iri, line, nearest, Optional.of(file));
        }
    }

    private final Set<String> known;

    /** @param known the IRIs of our namespaces that are described */
    public UnknownTerms(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /** The unknown terms of a file, by line. */
    public List<UnknownTerm> in(Reading.Read read) {
        var lines = new TreeMap<String, Long>();
        for (var triples = read.content().find(); triples.hasNext(); ) {
            var triple = triples.next();
            for (var node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                if (isUnknown(node)) {
                    lines.merge(iri(node), read.lines().of(triple), Math::min);
                }
            }
        }
        return lines.entrySet().stream()
                .map(entry ->
                        new UnknownTerm(entry.getKey(), entry.getValue(), nearest(entry.getKey()), Optional.empty()))
                .sorted(Comparator.comparingLong(UnknownTerm::line).thenComparing(UnknownTerm::iri))
                .toList();
    }

    private boolean isUnknown(Node node) {
        var iri = iri(node);
        return Planner.isTerm(iri) && !known.contains(iri);
    }

    private static String iri(Node node) {
        return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
    }

    private Optional<String> nearest(String iri) {
        var namespace = iri.startsWith(PG.NAMESPACE) ? PG.NAMESPACE : PGC.NAMESPACE;
        var name = iri.substring(namespace.length());
        // Of a short name more edits would leave nothing.
        int most = Math.min(MOST_EDITS, name.length() / 2);
        return known.stream()
                .filter(candidate -> candidate.startsWith(namespace))
                .filter(candidate -> distance(name, candidate.substring(namespace.length())) <= most)
                .min(Comparator.comparingInt(
                                (String candidate) -> distance(name, candidate.substring(namespace.length())))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** 0 where only case and hyphens differ, else the edits (insert, delete, replace, swap neighbours) between two names. */
    static int distance(String one, String other) {
        return plain(one).equals(plain(other)) ? 0 : edits(one, other);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static int edits(String one, String other) {
        var cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, i, j, cost);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int i, int j, int[][] cost) {
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
