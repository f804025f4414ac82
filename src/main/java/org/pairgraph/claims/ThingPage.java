package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is said of one thing, of whatever class, and what points to it.
 *
 * @param type its most specific class
 * @param incoming what points to it, by property and class of what points
 * @param truncated whether values were left out, or so much points to the thing that not all of it was counted
 */
public record ThingPage(
        String id,
        String iri,
        @JsonProperty("class") Optional<Word> type,
        Label label,
        List<Stated> statements,
        List<Incoming> incoming,
        boolean truncated) {

    /** A class or property by its name. */
    public record Word(String iri, Label label) {}

    /**
     * The values of one property.
     *
     * @param total how many there are, when not all of them are shown
     */
    public record Stated(Word property, Optional<Integer> total, List<Value> values) {
        public Stated {
            values = List.copyOf(values);
        }
    }

    /**
     * Things of one class that point to the thing by one property.
     *
     * @param items the first of them by id
     */
    public record Incoming(
            Word property, @JsonProperty("class") Optional<Word> type, int count, List<Thing> items) {
        public Incoming {
            items = List.copyOf(items);
        }
    }

    /** The page of a thing that nothing is said of. */
    public static ThingPage empty(String id, String iri) {
        return new ThingPage(id, iri, Optional.empty(), Label.NONE, List.of(), List.of(), false);
    }

    public ThingPage {
        statements = List.copyOf(statements);
        incoming = List.copyOf(incoming);
    }
}
