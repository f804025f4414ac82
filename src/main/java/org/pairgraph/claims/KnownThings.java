package org.pairgraph.claims;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.pairgraph.store.Statements;

/**
 * What was read of one revision and is asked for on nearly every page: the names of places, programmes, documents and
 * codes, where places lie, how documents are cited, and which claims disagree. Of names and places at most 20,000 are
 * held, of documents 2,000, those that are named most. Safe for use by many threads.
 */
public final class KnownThings {
    private static final int AT_MOST = 20_000;
    private static final int DOCUMENTS_AT_MOST = 2_000;

    private final Cache<Node, Thing> things =
            Caffeine.newBuilder().maximumSize(AT_MOST).build();
    private final Cache<Node, Optional<Node>> places =
            Caffeine.newBuilder().maximumSize(AT_MOST).build();
    private final Cache<Node, CitedDocument> documents =
            Caffeine.newBuilder().maximumSize(DOCUMENTS_AT_MOST).build();
    private volatile @Nullable Map<Node, List<Node>> disagreeing;

    @Nullable
    Thing find(Node node) {
        return things.getIfPresent(node);
    }

    void keep(Node node, Thing thing) {
        things.put(node, thing);
    }

    /** The place that a place lies in. */
    Optional<Node> placeOf(Node place, Function<Node, Optional<Node>> reading) {
        return places.get(place, reading);
    }

    /** A document as those who quote it cite it. */
    CitedDocument cited(Node document, Function<Node, CitedDocument> reading) {
        return documents.get(document, reading);
    }

    /** For each claim that disagrees with others, or that others disagree with, these others, in order. */
    Map<Node, List<Node>> disagreeing(Statements statements) {
        var known = disagreeing;
        if (known == null) {
            known = Disagreeing.of(statements.graph());
            disagreeing = known;
        }
        return known;
    }
}
