package org.pairgraph.tables;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The known names that a mistyped one may mean. */
final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /** The nearest at most three: those that contain the text or lie in it, and those at few edits. */
    static List<String> to(String text, Collection<String> names) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .map(name -> Map.entry(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(entry -> entry.getValue() <= Math.max(1, wanted.length() / 3))
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A hint that lists the nearest names, or nothing. */
    static Message hint(String text, Collection<String> names) {
        var nearest = to(text, names);
        return nearest.isEmpty()
                ? new Message("", "")
                : Message.of("; do you mean %s?", "；是否指%s？", String.join(" / ", nearest));
    }

    private static int distance(String one, String other) {
        if (one.length() > 1 && other.length() > 1 && (one.contains(other) || other.contains(one))) {
            return 0;
        }
        var previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
