package org.pairgraph.search;

import java.util.List;
import java.util.Optional;

/**
 * What a query found.
 *
 * @param items the best, as many as were asked for
 * @param total how many parties were found in all
 * @param next what to ask for to get those that follow, if there are more
 * @param revision the revision that was searched
 */
public record Hits(List<Hit> items, int total, Optional<String> next, int revision) {
    public Hits {
        items = List.copyOf(items);
    }
}
