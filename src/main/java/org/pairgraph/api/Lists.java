package org.pairgraph.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The lists that were asked for last, so that turning a page does not make them anew. Safe for many threads. */
final class Lists {
    private static final int ITEMS_AT_MOST = 500_000;

    private record Key(int revision, String filterDigest) {}

    private final Map<Key, List<?>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int items;

    /** A list, made when it is not at hand. The same digest always stands for items of the same type. */
    @SuppressWarnings("unchecked")
    <T> List<T> of(int revision, String filterDigest, Supplier<List<T>> making) {
        var key = new Key(revision, filterDigest);
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return (List<T>) known;
            }
        }
        var made = making.get();
        keep(key, made);
        return made;
    }

    private void keep(Key key, List<?> made) {
        synchronized (kept) {
            if (made.size() > ITEMS_AT_MOST || kept.putIfAbsent(key, made) != null) {
                return;
            }
            items += weight(made);
            for (var eldest = kept.entrySet().iterator(); items > ITEMS_AT_MOST; ) {
                items -= weight(eldest.next().getValue());
                eldest.remove();
            }
        }
    }

    /** An empty list takes room too. */
    private static int weight(List<?> list) {
        return list.size() + 100;
    }
}
