package org.pairgraph.search;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/**
 * What to search for.
 *
 * @param text a name or a part of one, 1 to 100 characters
 * @param classes only parties of these classes and of those below them; all when empty
 * @param within only parties that this accepts; it is asked once for each party that the text finds
 * @param after only those that stand after the last one of an earlier page, which is {@link Hits#next}
 * @param limit how many to answer, 1 to 100
 */
public record PartyQuery(String text, Set<Node> classes, Predicate<Node> within, Optional<String> after, int limit) {
    public static final int MAX_LENGTH = 100;
    public static final int MAX_LIMIT = 100;

    /** @throws IllegalArgumentException with a message for whoever asked */
    public PartyQuery {
        text = text.strip();
        classes = Set.copyOf(classes);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The search text is empty: give a name, a part of one, or its pinyin.");
        }
        int length = text.codePointCount(0, text.length());
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The search text has %d characters: give at most %d.".formatted(length, MAX_LENGTH));
        }
        text.chars().filter(Character::isISOControl).findFirst().ifPresent(control -> {
            throw new IllegalArgumentException(
                    "The search text has the control character U+%04X in it: leave it out.".formatted(control));
        });
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("The limit is %d: give 1 to %d.".formatted(limit, MAX_LIMIT));
        }
        classes.forEach(PartyClass::requireKnown);
        after.ifPresent(Place::of);
    }

    /** Searches everything for a text. */
    public static PartyQuery of(String text, int limit) {
        return new PartyQuery(text, Set.of(), party -> true, Optional.empty(), limit);
    }
}
