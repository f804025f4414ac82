package org.pairgraph.claims;

import java.util.List;

/** The first of a list that may be long: {@code total} is more than there are items when it was cut. */
public record Some<T>(int total, List<T> items) {
    public Some {
        items = List.copyOf(items);
    }
}
