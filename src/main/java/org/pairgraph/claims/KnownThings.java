package org.pairgraph.claims;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Things of one revision whose names were read before: places, programmes, documents and codes are named on nearly every
 * page. Holds the first 20,000 and then no more. Safe for use by many threads.
 */
public final class KnownThings {
    private static final int AT_MOST = 20_000;

    private final Map<Node, Thing> things = new ConcurrentHashMap<>();

    @Nullable
    Thing find(Node node) {
        return things.get(node);
    }

    void keep(Node node, Thing thing) {
        if (things.size() < AT_MOST) {
            things.put(node, thing);
        }
    }
}
