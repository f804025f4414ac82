package org.pairgraph.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The forms of queries by their texts, those that were asked last without parsing again. Safe for use by many threads. */
final class QueryForms {
    private static final long MOST_CHARACTERS = 4L << 20;

    /** Tidied up in the thread that asks: waking another one for each query costs more than the tidying. */
    private final Cache<String, QueryForm> known = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, QueryForm form) -> text.length() + 100)
            .build();

    /**
     * The form of what was sent.
     *
     * @throws QueryRefusal if it is no query, or one that breaks a rule
     */
    QueryForm of(SentQuery sent) {
        var form = known.getIfPresent(sent.text());
        if (form == null) {
            form = QueryForm.of(sent.parsed().query(), sent.text());
            known.put(sent.text(), form);
        }
        return form;
    }
}
