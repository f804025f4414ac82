package org.pairgraph.sparql;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * A function after which its query ends when it was stopped: one row may have thousands of them in one expression. What
 * ARQ's functions throw at values that they do not foresee is an error of the expression (SPARQL 1.1 §17.3), and not
 * one line in the log for each row.
 */
final class WatchedFunction extends ExprFunction1 {
    private final RunningQuery query;

    WatchedFunction(Expr function, RunningQuery query) {
        super(function, "watched");
        this.query = query;
    }

    @Override
    protected NodeValue evalSpecial(Binding row, FunctionEnv env) {
        try {
            return getArg().eval(row, env);
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ExprEvalException(e.getMessage());
        } finally {
            query.check();
        }
    }

    @Override
    public NodeValue eval(NodeValue value) {
        return value;
    }

    @Override
    public Expr copy(Expr function) {
        return new WatchedFunction(function, query);
    }
}
