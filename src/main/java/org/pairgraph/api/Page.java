package org.pairgraph.api;

import java.util.List;
import java.util.Optional;

/**
 * Some items of a list.
 *
 * @param total how many the list has
 * @param next the cursor of the page that follows; none on the last
 */
record Page<T>(int total, Optional<String> next, List<T> items) {
    Page {
        items = List.copyOf(items);
    }
}
