package org.pairgraph.sparql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;

/** Whether a query has the same answer each time that it is asked of one revision. */
public final class Repeatable {
    /**
     * As a query is written out: functions of SPARQL, and those of the same names that Jena has beside them; and other
     * endpoints, which have revisions of their own.
     */
    private static final Pattern CHANGING = Pattern.compile(
            "(?i)\\b(?:(now|rand|uuid|struuid|bnode)>?\\s*\\(" + "|(service)\\s+(?:silent\\s+)?(?:[<?$]|[\\w.-]*:))");

    /** Where a text has none of them, nor an escape that could hide one, the query need not be written out. */
    private static final List<String> SUSPECT = List.of("now", "rand", "uuid", "bnode", "service", "\\");

    private Repeatable() {}

    /** Tells so of a query that was read from a text. */
    static boolean is(Query query, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return SUSPECT.stream().noneMatch(lower::contains) || is(query);
    }

    /** Tells so of a parsed query, so that no escape or comment of its text hides a function. When in doubt it is not. */
    public static boolean is(Query query) {
        return findChanging(query).isEmpty();
    }

    /** What may give another answer the next time: the first such word of SPARQL, in capitals. */
    public static Optional<String> findChanging(Query query) {
        return CHANGING.matcher(query.serialize())
                .results()
                .findFirst()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(word -> word.toUpperCase(Locale.ROOT));
    }
}
