package org.pairgraph.claims;

import java.util.Comparator;

/** Two claims beside each other, by their ids. Where one says that it disagrees with the other, it is the first. */
public record ClaimPair(String one, String other) implements Comparable<ClaimPair> {
    private static final Comparator<ClaimPair> ORDER =
            Comparator.comparing(ClaimPair::one).thenComparing(ClaimPair::other);

    @Override
    public int compareTo(ClaimPair that) {
        return ORDER.compare(this, that);
    }
}
