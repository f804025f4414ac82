package org.pairgraph.sparql;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.vocab.XmlLimits.NotInXml;

/** A query is not run, or not to its end. The message says why and what to do. */
public final class QueryRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int line;
    private final int column;
    private final transient Optional<Duration> retryAfter;

    private QueryRefusal(Kind kind, String message, int line, int column, Optional<Duration> retryAfter) {
        super(message, null, false, false);
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.retryAfter = retryAfter;
    }

    static QueryRefusal of(Kind kind, String message) {
        return new QueryRefusal(kind, message, 0, 0, Optional.empty());
    }

    /**
     * The query is not SPARQL.
     *
     * @param line where, from 1; less when that is not known
     * @param column in that line, from 1; ARQ says 0 of a query that is empty
     */
    static QueryRefusal malformed(int line, int column, String message) {
        return new QueryRefusal(Kind.MALFORMED_QUERY, message, line, Math.max(1, column), Optional.empty());
    }

    static QueryRefusal unknownGraph(String iri) {
        return of(
                Kind.UNKNOWN_GRAPH,
                "There is no graph <%s> in the store, and none is fetched: GET /api/v1/sources lists the sources with the graphs of their versions"
                        .formatted(iri));
    }

    static QueryRefusal forNow(Kind kind, String message, Duration retryAfter) {
        return new QueryRefusal(kind, message, 0, 0, Optional.of(retryAfter));
    }

    static QueryRefusal of(RevisionNotAtHand notYet) {
        return forNow(Kind.REVISION_NOT_AT_HAND, String.valueOf(notYet.getMessage()), notYet.retryAfter());
    }

    static QueryRefusal of(NotInXml unwritable) {
        return of(Kind.NOT_ACCEPTABLE, String.valueOf(unwritable.getMessage()));
    }

    public Kind kind() {
        return kind;
    }

    /** What a problem says beside the message: the line and the column, where one is wrong. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        if (line > 0) {
            members.put("line", line);
            members.put("column", column);
        }
        return members;
    }

    /** When it is worth asking again, where it is. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
