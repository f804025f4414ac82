package org.pairgraph.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The lists that were asked for last, so that turning a page does not make them anew. Safe for many threads. */
final class Lists {
    private static final int IDS_AT_MOST = 500_000;

    private record Key(int revision, String filterDigest) {}

    private final Map<Key, List<String>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int ids;

    List<String> of(int revision, String filterDigest, Supplier<List<String>> making) {
        var key = new Key(revision, filterDigest);
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        var made = making.get();
        keep(key, made);
        return made;
    }

    private void keep(Key key, List<String> made) {
        synchronized (kept) {
            if (made.size() > IDS_AT_MOST || kept.putIfAbsent(key, made) != null) {
                return;
            }
            ids += weight(made);
            for (var eldest = kept.entrySet().iterator(); ids > IDS_AT_MOST; ) {
                ids -= weight(eldest.next().getValue());
                eldest.remove();
            }
        }
    }

    /** An empty list takes room too. */
    private static int weight(List<String> list) {
        return list.size() + 100;
    }
}
