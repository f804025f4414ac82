package org.pairgraph.sparql;

import java.util.List;
import org.apache.jena.graph.Node;

/** Finds parties by their names, for queries. It is given to {@link GuardedQueries} by whoever has the names in memory. */
public interface PartySearch {

    /**
     * A party that was found.
     *
     * @param score 1 when the text is the whole name, less the less it is; none has the score of another
     */
    record Scored(Node party, double score) {}

    /**
     * The parties, sites and programmes with a name like a text, the best first.
     *
     * @param revision that the query reads
     * @throws IllegalArgumentException if there is no searching for the text, or not for so many; the message says why
     * @throws org.pairgraph.store.RevisionNotAtHand if the names of the revision are not in memory now
     */
    List<Scored> find(String text, int limit, int revision);
}
