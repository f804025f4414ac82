package org.pairgraph.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.jspecify.annotations.Nullable;
import org.pairgraph.sparql.HeldMemory.Holding;

/** GROUP BY (SPARQL 1.1 §11, §18.5.1) in memory that is counted, the groups in the order in which they came up. */
final class GroupedRows extends QueryIter1 {
    private static final long GROUP = 96;
    private static final long ACCUMULATOR = 96;

    private final OpGroup group;
    private final ExecutionContext context;
    private final Holding holding;
    private final BoundedAggregates aggregates;
    private @Nullable Iterator<Binding> results;

    GroupedRows(QueryIterator rows, OpGroup group, ExecutionContext context, Holding holding, int textLength) {
        super(rows, context);
        this.group = group;
        this.context = context;
        this.holding = holding;
        this.aggregates = new BoundedAggregates(holding, textLength);
    }

    @Override
    protected boolean hasNextBinding() {
        if (results == null) {
            results = results();
        }
        return results.hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return results.next();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {
        results = null;
    }

    private Iterator<Binding> results() {
        var rows = getInput();
        if (!rows.hasNext()) {
            return group.getGroupVars().isEmpty()
                    ? List.of(ofNothing()).iterator()
                    : List.<Binding>of().iterator();
        }
        var groups = new LinkedHashMap<Binding, List<Accumulator>>();
        while (rows.hasNext()) {
            var row = rows.nextBinding();
            for (var accumulator : groups.computeIfAbsent(key(row), this::begin)) {
                accumulator.accumulate(row, context);
            }
        }
        return groups.entrySet().stream().map(this::result).iterator();
    }

    /** What aggregates of no rows at all say. */
    private Binding ofNothing() {
        var row = Binding.builder();
        for (var aggregator : group.getAggregators()) {
            var value = aggregator.getAggregator().getValueEmpty();
            if (value != null) {
                row.add(aggregator.getVar(), value);
            }
        }
        return row.build();
    }

    private Binding key(Binding row) {
        var variables = group.getGroupVars();
        if (variables.isEmpty()) {
            return BindingFactory.empty();
        }
        var key = Binding.builder();
        for (Var variable : variables.getVars()) {
            var value = variables.get(variable, row, context);
            if (value != null) {
                key.add(variable, value);
            }
        }
        return key.build();
    }

    private List<Accumulator> begin(Binding key) {
        holding.add(
                GROUP + RowSize.of(key) + ACCUMULATOR * group.getAggregators().size());
        var accumulators = new ArrayList<Accumulator>(group.getAggregators().size());
        group.getAggregators().forEach(aggregator -> accumulators.add(aggregates.of(aggregator.getAggregator())));
        return accumulators;
    }

    private Binding result(Map.Entry<Binding, List<Accumulator>> one) {
        var row = Binding.builder(one.getKey());
        for (int i = 0; i < one.getValue().size(); i++) {
            var value = one.getValue().get(i).getValue();
            if (value != null) {
                row.add(group.getAggregators().get(i).getVar(), value.asNode());
            }
        }
        return row.build();
    }
}
