package org.pairgraph.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** The forms of queries by their texts, those that were asked last without parsing again. Safe for use by many threads. */
final class QueryForms {
    private static final long MOST_CHARACTERS = 4L << 20;

    private final Cache<String, QueryForm> known = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, QueryForm form) -> text.length() + 100)
            .build();

    private final GuardedQueries queries;

    QueryForms(GuardedQueries queries) {
        this.queries = queries;
    }

    /** The form of a text; none when it is no query, or one that is refused, which the engine then says better. */
    Optional<QueryForm> find(String text) {
        var form = known.getIfPresent(text);
        if (form != null) {
            return Optional.of(form);
        }
        var parsed = parse(text);
        parsed.ifPresent(made -> known.put(text, made));
        return parsed;
    }

    private Optional<QueryForm> parse(String text) {
        try {
            return Optional.of(QueryForm.of(queries.parse(text)));
        } catch (QueryRefusal e) {
            return Optional.empty();
        }
    }
}
