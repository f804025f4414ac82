package org.pairgraph.store;

import java.util.Optional;
import org.apache.jena.graph.Graph;

/**
 * What a change would do to the default graph. It lives within the read transaction that it was made in.
 *
 * @param before the default graph
 * @param after the default graph as it would be, derived triples included: a view, nothing is written
 * @param gained triples of {@code after} that are not in {@code before}
 * @param lost triples of {@code before} that are not in {@code after}
 * @param added how many triples the source would say and does not say now
 * @param removed how many it says now and would not say
 * @param unchanged how many it says now and would go on saying
 * @param derived what it would do to the derived triples, which lives on
 * @param delta what it would do to the default graph, derived triples included, which lives on too; none when that is
 *     too much to be kept
 * @param inMemory whether the graphs are in memory, so that other threads may read them too
 */
public record Preview(
        Graph before,
        Graph after,
        Graph gained,
        Graph lost,
        long added,
        long removed,
        long unchanged,
        Delta derived,
        Optional<Delta> delta,
        boolean inMemory) {}
