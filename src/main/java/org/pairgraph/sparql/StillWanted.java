package org.pairgraph.sparql;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** A condition that always holds, unless the query was stopped. */
final class StillWanted extends ExprFunction0 {
    private final RunningQuery query;

    StillWanted(RunningQuery query) {
        super("still-wanted");
        this.query = query;
    }

    @Override
    public NodeValue eval(FunctionEnv env) {
        query.check();
        return NodeValue.TRUE;
    }

    @Override
    public Expr copy() {
        return this;
    }
}
