package org.pairgraph.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Answers that were given, by their entity tags, which name everything that an answer depends on: an entry is never
 * wrong and needs no removing when the store changes. Bounded by bytes; safe for use by many threads.
 */
final class ResultCache {
    /** What an entry takes beside its body. */
    private static final int OVERHEAD = 300;

    /** So many answers of the greatest size fit. */
    private static final int LEAST_ENTRIES = 32;

    private final int largest;
    private final Cache<String, KeptAnswer> answers;

    /** @param bytes that all answers together may take */
    ResultCache(long bytes) {
        this.largest = (int) Math.min(bytes / LEAST_ENTRIES, Integer.MAX_VALUE);
        this.answers = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(bytes)
                .weigher((String tag, KeptAnswer answer) -> answer.body().length + OVERHEAD)
                .build();
    }

    /** How many bytes an answer may have that is kept. */
    int largest() {
        return largest;
    }

    Optional<KeptAnswer> find(String tag, boolean compressed) {
        return Optional.ofNullable(answers.getIfPresent(key(tag, compressed)));
    }

    void keep(String tag, KeptAnswer answer) {
        if (answer.body().length <= largest) {
            answers.put(key(tag, answer.compressed()), answer);
        }
    }

    private static String key(String tag, boolean compressed) {
        return compressed ? tag + "gzip" : tag;
    }
}
