package org.pairgraph.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.Classes;
import org.pairgraph.store.History;

/** What an answer is made from, for the time of one read transaction. */
record Lent(
        Claims claims, Classes classes, History history, UUID store, String path, Parameters parameters, Lists lists) {

    int revision() {
        return history.head();
    }

    /** The page that the cursor and the limit ask for, out of a list of ids that is made when it is not at hand. */
    <T> Page<T> page(Supplier<List<String>> ids, Function<String, T> item) {
        int limit = parameters.limit();
        var filterDigest = parameters.filterDigest(path);
        int begin = parameters
                .find(Parameters.CURSOR)
                .map(text -> Cursor.of(text, store, revision(), filterDigest).position())
                .orElse(0);
        var all = lists.of(revision(), filterDigest, ids);
        int end = Math.min(begin + limit, all.size());
        var next = new Cursor(revision(), end, filterDigest);
        return new Page<>(
                all.size(),
                end < all.size() ? Optional.of(next.text(store)) : Optional.empty(),
                all.subList(Math.min(begin, end), end).stream().map(item).toList());
    }
}
