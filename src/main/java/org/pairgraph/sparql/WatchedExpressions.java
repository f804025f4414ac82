package org.pairgraph.sparql;

import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/**
 * Has every function look whether its query still runs, but those that do it themselves or only join others, of which
 * there may be long chains. For what is optimized: ARQ knows functions by their classes.
 */
final class WatchedExpressions extends ExprTransformCopy {
    private final RunningQuery query;

    WatchedExpressions(RunningQuery query) {
        this.query = query;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        var same = super.transform(function, argument);
        return function instanceof E_LogicalNot ? same : new WatchedFunction(same, query);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        var same = super.transform(function, left, right);
        return switch (function) {
            case E_LogicalOr or -> same;
            case E_LogicalAnd and -> same;
            case BoundedArithmetic.Add add -> same;
            case BoundedArithmetic.Subtract subtract -> same;
            default -> new WatchedFunction(same, query);
        };
    }

    @Override
    public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
        return new WatchedFunction(super.transform(function, first, second, third), query);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return new WatchedFunction(super.transform(function, arguments), query);
    }
}
