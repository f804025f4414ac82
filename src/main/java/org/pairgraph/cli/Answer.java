package org.pairgraph.cli;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.RowSet;
import org.pairgraph.sparql.Cut;

/** What one query answers, for who asks for the form that the query has, and reads it once. For one thread. */
interface Answer {
    /**
     * The rows of a SELECT, as they come.
     *
     * @param bytes that were written of them so far
     */
    RowSet rows(LongSupplier bytes);

    /** The rows of a SELECT, for who keeps them until the last has come. */
    RowSet keptRows();

    /** What an ASK says. */
    boolean holds();

    /** The graph of a CONSTRUCT or DESCRIBE, the caller's own. */
    Graph graph();

    /** Which bound the answer ran into, once it was read; none when it is whole. */
    Optional<Cut> cut();
}
