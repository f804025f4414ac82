package org.pairgraph.sparql;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT of no more than a text may be. */
final class BoundedConcat extends E_StrConcat {
    private final int textLength;

    BoundedConcat(ExprList arguments, int textLength) {
        super(arguments);
        this.textLength = textLength;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        long length = 0;
        for (var argument : arguments) {
            if (argument.asNode().isLiteral()) {
                length += argument.asNode().getLiteralLexicalForm().length();
            }
        }
        TextTooLong.require(length, textLength);
        return super.eval(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments, textLength);
    }
}
