package org.pairgraph.ingest;

import java.util.OptionalLong;

/**
 * Whether a plan may remove triples.
 *
 * @param removed how many were agreed to; none agrees to none, unless {@code any}
 */
public record Consent(boolean any, OptionalLong removed) {
    /** To no removal. */
    public static final Consent NONE = new Consent(false, OptionalLong.empty());

    /** To whatever the plan removes. */
    public static final Consent REPLACE = new Consent(true, OptionalLong.empty());

    /** To a plan that removes exactly so many. */
    public static Consent toRemove(long triples) {
        return new Consent(false, OptionalLong.of(triples));
    }

    boolean covers(long triples) {
        return triples == 0 || any || removed.isPresent() && removed.getAsLong() == triples;
    }
}
