package org.pairgraph.sparql;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.pairgraph.sparql.HeldMemory.Holding;

/** Rows on their way into an operator that holds them, or out of it. */
final class GuardedRows {
    private GuardedRows() {}

    /** Rows that are counted as they pass, because who takes them keeps them. */
    static QueryIterator held(QueryIterator rows, Holding holding) {
        return new QueryIteratorWrapper(rows) {
            @Override
            protected Binding moveToNextBinding() {
                var row = super.moveToNextBinding();
                holding.add(RowSize.of(row));
                return row;
            }
        };
    }

    /** Rows of which who takes them keeps the best few: as many of the largest size are counted. */
    static QueryIterator heldAtMost(long most, QueryIterator rows, Holding holding) {
        return new QueryIteratorWrapper(rows) {
            private long count;
            private long largest;

            @Override
            protected Binding moveToNextBinding() {
                var row = super.moveToNextBinding();
                long size = RowSize.of(row);
                if (size > largest) {
                    holding.add((size - largest) * count);
                    largest = size;
                }
                if (count < most) {
                    count++;
                    holding.add(largest);
                }
                return row;
            }
        };
    }

    /** The rows of an operator: when they are at their end, nothing is held any longer. */
    static QueryIterator releasing(QueryIterator rows, HeldMemory.Held held) {
        return new QueryIteratorWrapper(rows) {
            @Override
            protected void closeIterator() {
                super.closeIterator();
                held.close();
            }
        };
    }
}
