package org.pairgraph.sparql;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.ExprTransformConstantFold;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;

/**
 * Computes what is constant before a query runs. ARQ's own goes into the pattern of an EXISTS twice, so that thirty of
 * them, one in another, take days.
 */
final class FoldedConstants extends ExprTransformConstantFold {
    /** The pattern was gone through already. */
    @Override
    public Expr transform(ExprFunctionOp exists, ExprList arguments, Op pattern) {
        return exists.copy(arguments, pattern);
    }
}
