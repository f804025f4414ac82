package org.pairgraph.search;

import java.util.BitSet;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;

/** Marks the parties of a segment that earlier pages have shown: those that some name puts no later than a place. */
final class Earlier implements Found {
    private final Segment segment;
    private final Ranking ranking;
    private final Place last;
    private final BitSet parties = new BitSet();

    Earlier(Segment segment, Ranking ranking, Place last) {
        this.segment = segment;
        this.ranking = ranking;
        this.last = last;
    }

    @Override
    public void at(int name, Extent extent, Reading reading) {
        int party = segment.owner(name);
        if (parties.get(party) || !ranking.isWanted(party)) {
            return;
        }
        long order = ranking.order(party, extent, reading);
        if (order < last.order()
                || order == last.order() && segment.place(order, party).compareTo(last) <= 0) {
            parties.set(party);
        }
    }

    BitSet parties() {
        return parties;
    }
}
