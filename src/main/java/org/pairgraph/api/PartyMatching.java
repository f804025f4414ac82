package org.pairgraph.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.pairgraph.search.Hit;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.PartyIndex;
import org.pairgraph.search.PartyQuery;
import org.pairgraph.sparql.PartySearch;

/** The search of names as SPARQL asks it: the same hits in the same order as {@code parties?q=}. */
final class PartyMatching implements PartySearch {
    /** Between two extents; what is left of it tells hits of the same extent apart. */
    private static final double STEP = 0.2;

    private final IntFunction<PartyIndex> names;

    /** @param names those of a revision */
    PartyMatching(IntFunction<PartyIndex> names) {
        this.names = names;
    }

    @Override
    public List<Scored> find(String text, int limit, int revision) {
        var hits = names.apply(revision).find(PartyQuery.of(text, limit)).items();
        var scored = new ArrayList<Scored>();
        for (int rank = 0; rank < hits.size(); rank++) {
            scored.add(new Scored(hits.get(rank).party().node(), score(hits.get(rank), rank, hits.size())));
        }
        return scored;
    }

    /** Hits come by extent first, so that a later one never has a higher score. */
    private static double score(Hit hit, int rank, int all) {
        int extents = Extent.values().length;
        double ofExtent = STEP * (extents - hit.match().extent().ordinal());
        return Math.round((ofExtent - STEP / 2 * rank / all) * 10_000) / 10_000.0;
    }
}
