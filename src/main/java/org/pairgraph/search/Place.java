package org.pairgraph.search;

import java.util.Comparator;

/**
 * Where a party stands among those that a query finds: what it is about, then the name, then the IRI. The order is total.
 *
 * @param order extent and reading of the match, class and degree of the party, in one number
 */
record Place(long order, String title, String iri) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::order).thenComparing(Place::title).thenComparing(Place::iri);
    private static final char BETWEEN = '\n';

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** The place in one text. */
    String text() {
        return Long.toString(order) + BETWEEN + iri + BETWEEN + title;
    }

    /** @throws IllegalArgumentException if the text is no place */
    static Place of(String text) {
        var parts = text.split(String.valueOf(BETWEEN), 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("The search was not left at \"" + text + "\".");
        }
        return new Place(Long.parseLong(parts[0]), parts[2], parts[1]);
    }
}
