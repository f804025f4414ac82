package org.pairgraph.sparql;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts functions that are bounded in time and in what they make in the place of ARQ's that are not. */
final class SafeExpressions extends ExprTransformCopy {
    private final RunningQuery query;
    private final HeldMemory memory;
    private final int textLength;

    SafeExpressions(RunningQuery query, HeldMemory memory, int textLength) {
        this.query = query;
        this.memory = memory;
        this.textLength = textLength;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_Regex regex -> new LinearRegex(arguments, query);
            case E_StrReplace replace -> new LinearReplace(arguments, query, textLength);
            case E_StrConcat concat -> new BoundedConcat(arguments, textLength);
            default -> super.transform(function, arguments);
        };
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return switch (function) {
            case E_StrEncodeForURI encode -> new BoundedEncoding(argument, textLength);
            case E_BNode.BNode1 blank -> new CountedBlankNode(argument, memory);
            default -> super.transform(function, argument);
        };
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return switch (function) {
            case E_Multiply multiply -> new BoundedArithmetic.Multiply(left, right, textLength);
            case E_Add add -> new BoundedArithmetic.Add(left, right);
            case E_Subtract subtract -> new BoundedArithmetic.Subtract(left, right);
            default -> super.transform(function, left, right);
        };
    }
}
