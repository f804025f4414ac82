package org.pairgraph.sparql;

import java.util.List;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLang;
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
    private static final String FN = ARQConstants.fnPrefix;

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
            case E_Function named -> named(named, arguments);
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
            case E_StrLang tagged -> new CheckedLanguage(left, right);
            case E_Add add -> new BoundedArithmetic.Add(left, right, query);
            case E_Subtract subtract -> new BoundedArithmetic.Subtract(left, right, query);
            default ->
                WatchedSearch.of(function, left, right, query).orElseGet(() -> super.transform(function, left, right));
        };
    }

    /** XPath's functions that are not SPARQL's under another name. */
    private Expr named(E_Function function, ExprList arguments) {
        if (arguments.size() != 2) {
            return super.transform(function, arguments);
        }
        var first = arguments.get(0);
        var second = arguments.get(1);
        return switch (function.getFunctionIRI()) {
            case FN + "contains" -> transform(new E_StrContains(first, second), first, second);
            case FN + "substring-before" -> transform(new E_StrBefore(first, second), first, second);
            case FN + "substring-after" -> transform(new E_StrAfter(first, second), first, second);
            case FN + "round" ->
                super.transform(function, new ExprList(List.of(first, new BoundedArithmetic.Precision(second))));
            default -> super.transform(function, arguments);
        };
    }
}
