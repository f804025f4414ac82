package org.pairgraph.sparql;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The query of one request, read once, by whoever needs it first. For one thread. */
final class SentQuery {
    private static final String ATTRIBUTE = SentQuery.class.getName();

    private final String text;
    private final GuardedQueries queries;
    private @Nullable ParsedQuery parsed;

    SentQuery(String text, GuardedQueries queries) {
        this.text = text;
        this.queries = queries;
    }

    /** The query that was left with a request, or a new one where that was not done. */
    static SentQuery of(ServletRequest request, String text, GuardedQueries queries) {
        return request.getAttribute(ATTRIBUTE) instanceof SentQuery sent && sent.text.equals(text)
                ? sent
                : new SentQuery(text, queries);
    }

    /** Leaves it with its request, for the engine. */
    void leaveWith(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    String text() {
        return text;
    }

    /** @throws QueryRefusal if it breaks a rule */
    ParsedQuery parsed() {
        if (parsed == null) {
            parsed = queries.parse(text);
        }
        return parsed;
    }
}
