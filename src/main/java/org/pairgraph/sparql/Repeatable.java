package org.pairgraph.sparql;

import java.util.regex.Pattern;
import org.apache.jena.query.Query;

/** Whether a query has the same answer each time that it is asked of one revision. */
public final class Repeatable {
    /** Functions of SPARQL, and those of the same names that Jena has beside them, as a query is written out. */
    private static final Pattern CHANGING = Pattern.compile("(?i)\\b(now|rand|uuid|struuid|bnode)>?\\s*\\(");

    private Repeatable() {}

    /** Tells so of a parsed query, so that no escape or comment of its text hides a function. When in doubt it is not. */
    public static boolean is(Query query) {
        return !CHANGING.matcher(query.serialize()).find();
    }
}
