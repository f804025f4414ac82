package org.pairgraph.cli;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.pairgraph.sparql.BoundedRows;
import org.pairgraph.sparql.Cut;
import org.pairgraph.sparql.GuardedRun;

/** What a query answers that this process runs, within its limits. */
final class StoreAnswer implements Answer {
    private final GuardedRun run;
    private final QueryExec execution;
    private Supplier<Optional<Cut>> cut = Optional::empty;

    StoreAnswer(GuardedRun run, QueryExec execution) {
        this.run = run;
        this.execution = execution;
    }

    @Override
    public RowSet rows(LongSupplier bytes) {
        return told(run.rows(execution, bytes));
    }

    @Override
    public RowSet keptRows() {
        return told(run.keptRows(execution, run.mostRows()));
    }

    @Override
    public boolean holds() {
        return execution.ask();
    }

    @Override
    public Graph graph() {
        var graph = run.graph(execution);
        cut = graph::cut;
        return graph.graph();
    }

    @Override
    public Optional<Cut> cut() {
        return cut.get();
    }

    private RowSet told(BoundedRows rows) {
        cut = rows::cut;
        return rows;
    }
}
