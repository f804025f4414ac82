package org.pairgraph.sparql;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.pairgraph.store.OperatorInterceptor;

/**
 * The operators of one query that hold rows or that ARQ would not interrupt: sort, distinct, group, join, minus, values
 * and paths. What they hold is counted, and they end when the query is stopped. The others are ARQ's as they are: rows
 * only pass through them, and each looks at the query's signal.
 */
final class BoundedOperators implements OperatorInterceptor {
    private final RunningQuery query;
    private final HeldMemory memory;
    private final int textLength;

    BoundedOperators(RunningQuery query, HeldMemory memory, int textLength) {
        this.query = query;
        this.memory = memory;
        this.textLength = textLength;
    }

    @Override
    public QueryIterator execute(Op op, QueryIterator input, ExecutionContext context, Execution execution) {
        query.check();
        return switch (op) {
            case OpOrder order -> sorted(order, input, context, execution);
            case OpTopN top -> best(top, input, context, execution);
            case OpDistinct distinct -> apart(distinct, input, execution);
            case OpGroup group -> grouped(group, input, context, execution);
            case OpJoin join -> joined(join, input, context, execution);
            case OpLeftJoin join -> optional(join, input, context, execution);
            case OpMinus minus -> without(minus, input, context, execution);
            case OpTable table
            when !table.isJoinIdentity() && !input.isJoinIdentity() -> withValues(table, input, context);
            case OpService service -> ServiceRows.of(service, execution.ordinarily(service, input));
            case OpPath path -> new PathRows(path.getTriplePath(), input, context, query, memory);
            case OpFilter filter when asksPatterns(filter.getExprs()) -> filtered(filter, input, context, execution);
            default -> execution.ordinarily(op, input);
        };
    }

    private QueryIterator sorted(OpOrder order, QueryIterator input, ExecutionContext context, Execution execution) {
        var holding = memory.begin();
        var rows = GuardedRows.held(execution.within(order.getSubOp(), input), holding);
        return GuardedRows.releasing(
                new QueryIterSort(rows, checked(order.getConditions(), context), context), holding);
    }

    /** Sorting takes long after the last row has come. */
    private Comparator<Binding> checked(List<SortCondition> conditions, ExecutionContext context) {
        var comparator = new BindingComparator(conditions, context);
        return (one, other) -> {
            query.check();
            return comparator.compare(one, other);
        };
    }

    private QueryIterator best(OpTopN top, QueryIterator input, ExecutionContext context, Execution execution) {
        var holding = memory.begin();
        boolean apart = top.getSubOp() instanceof OpDistinct;
        var sub = apart ? ((OpDistinct) top.getSubOp()).getSubOp() : top.getSubOp();
        var rows = GuardedRows.heldAtMost(top.getLimit(), execution.within(sub, input), holding);
        var best = new QueryIterTopN(rows, checked(top.getConditions(), context), top.getLimit(), apart, context);
        return GuardedRows.releasing(best, holding);
    }

    private QueryIterator apart(OpDistinct distinct, QueryIterator input, Execution execution) {
        var holding = memory.begin();
        var rows = GuardedRows.held(execution.ordinarily(distinct, input), holding);
        return GuardedRows.releasing(rows, holding);
    }

    private QueryIterator grouped(OpGroup group, QueryIterator input, ExecutionContext context, Execution execution) {
        var holding = memory.begin();
        var rows = execution.within(group.getSubOp(), input);
        return GuardedRows.releasing(new GroupedRows(rows, group, context, holding, textLength), holding);
    }

    /** Holds the left side. */
    private QueryIterator joined(OpJoin join, QueryIterator input, ExecutionContext context, Execution execution) {
        var holding = memory.begin();
        var left = GuardedRows.held(execution.within(join.getLeft(), input), holding);
        var right = execution.within(join.getRight(), OpExecutor.createRootQueryIterator(context));
        return GuardedRows.releasing(Join.join(left, right, context), holding);
    }

    /** Holds the right side. */
    private QueryIterator optional(
            OpLeftJoin join, QueryIterator input, ExecutionContext context, Execution execution) {
        var holding = memory.begin();
        var left = execution.within(join.getLeft(), input);
        var right = GuardedRows.held(
                execution.within(join.getRight(), OpExecutor.createRootQueryIterator(context)), holding);
        return GuardedRows.releasing(Join.leftJoin(left, right, checked(join.getExprs()), context), holding);
    }

    /** The conditions are asked of every pair of rows, and ARQ does not look up in between. */
    private ExprList checked(ExprList conditions) {
        if (conditions == null || conditions.isEmpty()) {
            return conditions;
        }
        var checked = new ExprList(new StillWanted(query));
        checked.addAll(conditions);
        return checked;
    }

    /** Holds the right side. */
    private QueryIterator without(OpMinus minus, QueryIterator input, ExecutionContext context, Execution execution) {
        var holding = memory.begin();
        var left = execution.within(minus.getLeft(), input);
        var right = GuardedRows.held(
                execution.within(minus.getRight(), OpExecutor.createRootQueryIterator(context)), holding);
        var common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return GuardedRows.releasing(QueryIterMinus.create(left, right, common, context), holding);
    }

    /** Holds the rows that the values are joined with. */
    private QueryIterator withValues(OpTable table, QueryIterator input, ExecutionContext context) {
        var holding = memory.begin();
        var rows = Join.join(GuardedRows.held(input, holding), table.getTable().iterator(context), context);
        return GuardedRows.releasing(rows, holding);
    }

    /** TDB2 would execute EXISTS within a filter of a basic graph pattern by an executor of its own. */
    private QueryIterator filtered(
            OpFilter filter, QueryIterator input, ExecutionContext context, Execution execution) {
        var plain = new ExprList();
        var asking = new ExprList();
        filter.getExprs().forEach(condition -> (asksPattern(condition) ? asking : plain).add(condition));

        var sub = plain.isEmpty() ? filter.getSubOp() : OpFilter.filterDirect(plain, filter.getSubOp());
        var rows = execution.within(sub, input);
        for (var condition : asking) {
            rows = new QueryIterFilterExpr(rows, condition, context);
        }
        return rows;
    }

    private static boolean asksPatterns(ExprList conditions) {
        return conditions.getList().stream().anyMatch(BoundedOperators::asksPattern);
    }

    private static boolean asksPattern(Expr condition) {
        return condition instanceof ExprFunctionOp
                || condition.isFunction()
                        && condition.getFunction().getArgs().stream().anyMatch(BoundedOperators::asksPattern);
    }
}
