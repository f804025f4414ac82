package org.pairgraph.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.Classes;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;

/** What an answer is made from, for the time of one read transaction. */
record Lent(
        DatasetGraph dataset,
        Claims claims,
        Classes classes,
        History history,
        UUID store,
        String path,
        Parameters parameters,
        Lists lists,
        Map<String, Object> made) {

    int revision() {
        return history.head();
    }

    /** Whether this is the dataset of the store itself and not one put together for a former revision. */
    boolean isLive(PairStore owner) {
        return dataset == owner.dataset();
    }

    /** What takes long to make and depends on nothing but the revision, made once. */
    Object once(String what, Supplier<Object> making) {
        var known = made.get(what);
        if (known != null) {
            return known;
        }
        var now = making.get();
        made.put(what, now);
        return now;
    }

    /** A thing to filter by; one that nothing is said of is more likely misspelt than meant. */
    Optional<String> thing(String name) {
        var id = parameters.thing(name);
        id.filter(value -> !claims.isDescribed(value)).ifPresent(value -> {
            throw Parameters.bad(
                    name, "names \"%s\", which nothing is said of: check its id".formatted(Parameters.shown(value)));
        });
        return id;
    }

    ProblemException unknown(String kind, String route, String id) {
        var shown = Parameters.shown(id);
        var detail = claims.findClass(id)
                .map(type -> "\"%s\" is no %s: it is of the class %s".formatted(shown, kind, type))
                .orElse("There is no %s \"%s\": an id is the path below /id/, like area/450225%s"
                        .formatted(kind, shown, route.isEmpty() ? "" : "; /api/v1/" + route + " lists them"));
        return ProblemException.of(ProblemType.UNKNOWN_THING, detail);
    }

    /** The page that the cursor and the limit ask for, out of a list of ids that is made when it is not at hand. */
    <T> Page<T> page(Supplier<List<String>> ids, Function<String, T> item) {
        var part = part(ids);
        return new Page<>(
                part.all().size(), part.next(), part.items().stream().map(item).toList());
    }

    /** The part of a list that the cursor and the limit ask for. */
    record Part<T>(List<T> all, int begin, Optional<String> next, List<T> items) {}

    <T> Part<T> part(Supplier<List<T>> making) {
        int limit = parameters.limit();
        var filterDigest = parameters.filterDigest(path);
        int begin = parameters
                .find(Parameters.CURSOR)
                .map(text -> Integer.parseInt(
                        Cursor.of(text, store, revision(), filterDigest).position()))
                .orElse(0);
        var all = lists.of(revision(), filterDigest, making);
        int end = Math.min(begin + limit, all.size());
        var next = end < all.size()
                ? Optional.of(new Cursor(revision(), String.valueOf(end), filterDigest).text(store))
                : Optional.<String>empty();
        return new Part<>(all, begin, next, all.subList(Math.min(begin, end), end));
    }
}
