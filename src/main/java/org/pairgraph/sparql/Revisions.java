package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.store.UnknownRevision;

/** The parameter {@code revision}, and reading what it asks for. */
final class Revisions {
    static final String PARAMETER = "revision";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Revisions() {}

    /**
     * The revision that a request asks for.
     *
     * @throws QueryRefusal if there is no such revision, or more than one is asked for
     */
    static int known(HttpServletRequest request, int head) {
        var all = request.getParameterValues(PARAMETER);
        if (all != null && all.length > 1) {
            throw QueryRefusal.of(Kind.BAD_REQUEST, "There are %d revisions: ask for one".formatted(all.length));
        }
        var asked = find(request, head);
        if (asked.isEmpty()) {
            throw QueryRefusal.of(
                    Kind.BAD_REQUEST,
                    "revision is a whole number like %d, not \"%s\"".formatted(head, request.getParameter(PARAMETER)));
        }
        if (asked.getAsInt() != head && (asked.getAsInt() < 1 || asked.getAsInt() > head)) {
            throw QueryRefusal.of(Kind.UNKNOWN_REVISION, new UnknownRevision(asked.getAsInt(), head).getMessage());
        }
        return asked.getAsInt();
    }

    /** What is answered from one revision. */
    interface Reading {
        void from(DatasetGraph dataset, History history) throws IOException;
    }

    /** Reads the revision that a request asks for, or answers why it cannot be read. */
    static void read(PairStore store, HttpServletRequest request, HttpServletResponse response, Reading reading)
            throws IOException {
        try {
            int revision = known(request, store.history().head());
            store.readAt(revision, (dataset, history) -> done(reading, dataset, history));
        } catch (QueryRefusal e) {
            SparqlProblem.of(e).send(request, response);
        } catch (RevisionNotAtHand e) {
            response.setHeader("Retry-After", String.valueOf(e.retryAfter().toSeconds()));
            SparqlProblem.of(Kind.REVISION_NOT_AT_HAND, String.valueOf(e.getMessage()))
                    .send(request, response);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean done(Reading reading, DatasetGraph dataset, History history) {
        try {
            reading.from(dataset, history);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The revision that a request asks for, which there may or may not be.
     *
     * @param head the current one, which is asked for when the request says none
     * @return none when the request says something that is no number
     */
    static OptionalInt find(HttpServletRequest request, int head) {
        var text = request.getParameter(PARAMETER);
        if (text == null) {
            return OptionalInt.of(head);
        }
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
