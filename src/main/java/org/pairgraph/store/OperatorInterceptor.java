package org.pairgraph.store;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Stands before every operator of one query, on this store or on a dataset in memory, and may do its work instead. */
public interface OperatorInterceptor {

    /** How an operator is executed. */
    interface Execution {
        /** An operator within the one at hand: the interceptor is asked about it too. */
        QueryIterator within(Op op, QueryIterator input);

        /** The operator at hand, as it would be without an interceptor. */
        QueryIterator ordinarily(Op op, QueryIterator input);
    }

    /**
     * Executes an operator.
     *
     * @param input the rows so far
     */
    QueryIterator execute(Op op, QueryIterator input, ExecutionContext context, Execution execution);

    /** Has a query's execution ask an interceptor. The context is changed. */
    static void install(OperatorInterceptor interceptor, DatasetGraph dataset, Context context) {
        if (TDBInternal.isBackedByTDB(dataset)) {
            QC.setFactory(context, execution -> new OnTdb2(interceptor, execution));
        } else {
            QC.setFactory(context, execution -> new InMemory(interceptor, execution));
        }
    }

    /** TDB2's own way. */
    final class OnTdb2 extends OpExecutorTDB2 implements Execution {
        private final OperatorInterceptor interceptor;

        private OnTdb2(OperatorInterceptor interceptor, ExecutionContext context) {
            super(context);
            this.interceptor = interceptor;
        }

        @Override
        protected QueryIterator exec(Op op, QueryIterator input) {
            return interceptor.execute(op, input, execCxt, this);
        }

        @Override
        protected QueryIterator execute(OpGraph graph, QueryIterator input) {
            return TupleFilter.visible(super.execute(graph, input), graph.getNode(), execCxt);
        }

        @Override
        protected QueryIterator execute(OpDatasetNames names, QueryIterator input) {
            return TupleFilter.visible(super.execute(names, input), names.getGraphNode(), execCxt);
        }

        @Override
        public QueryIterator within(Op op, QueryIterator input) {
            return exec(op, input);
        }

        @Override
        public QueryIterator ordinarily(Op op, QueryIterator input) {
            return super.exec(op, input);
        }
    }

    /** The way of any dataset. */
    final class InMemory extends OpExecutor implements Execution {
        private final OperatorInterceptor interceptor;

        private InMemory(OperatorInterceptor interceptor, ExecutionContext context) {
            super(context);
            this.interceptor = interceptor;
        }

        @Override
        protected QueryIterator exec(Op op, QueryIterator input) {
            return interceptor.execute(op, input, execCxt, this);
        }

        @Override
        public QueryIterator within(Op op, QueryIterator input) {
            return exec(op, input);
        }

        @Override
        public QueryIterator ordinarily(Op op, QueryIterator input) {
            return super.exec(op, input);
        }
    }
}
