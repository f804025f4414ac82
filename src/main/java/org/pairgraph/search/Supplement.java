package org.pairgraph.search;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.pairgraph.search.Hit.Named;

/**
 * What the index takes from its caller, because a party does not say it of itself. Both are asked while an index is
 * built, once for each party, in the thread and the transaction that builds it.
 *
 * @param degree how many pairings a party has
 * @param composed the names that the caller gives a counted group, which has none of its own
 */
public record Supplement(ToIntFunction<Node> degree, Function<Node, Named> composed) {
    /** No pairings and no names. */
    public static final Supplement NONE =
            new Supplement(party -> 0, group -> new Named(group, Optional.empty(), Optional.empty()));
}
