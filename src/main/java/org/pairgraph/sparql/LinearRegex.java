package org.pairgraph.sparql;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;

/** REGEX (SPARQL 1.1 §17.4.3.14) in time linear in the text. */
final class LinearRegex extends ExprFunctionN {
    private final RunningQuery query;
    private final LinearPattern pattern;

    LinearRegex(ExprList arguments, RunningQuery query) {
        super(Tags.tagRegex, arguments);
        this.query = query;
        this.pattern = LinearPattern.of("REGEX", arguments, 1, 2, query);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        var text =
                NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.get(0)).getLiteralLexicalForm();
        var flags = arguments.size() > 2 ? arguments.get(2) : null;
        return NodeValue.booleanReturn(
                pattern.matcher(text, arguments.get(1), flags).find());
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new LinearRegex(arguments, query);
    }
}
