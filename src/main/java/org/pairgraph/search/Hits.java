package org.pairgraph.search;

import java.util.List;

/**
 * What a query found.
 *
 * @param items the best, as many as were asked for
 * @param total how many parties were found in all
 * @param revision the revision that was searched
 */
public record Hits(List<Hit> items, int total, int revision) {
    public Hits {
        items = List.copyOf(items);
    }
}
