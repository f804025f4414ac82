package org.pairgraph.sparql;

import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/** STRLANG, to which a tag that is none is an error at once. ARQ makes the literal later, where nobody catches it. */
final class CheckedLanguage extends E_StrLang {
    CheckedLanguage(Expr text, Expr language) {
        super(text, language);
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue language) {
        var literal = super.eval(text, language);
        try {
            literal.asNode();
        } catch (IllegalArgumentException e) {
            throw new ExprEvalException("STRLANG: \"" + language.asString() + "\" is not a language tag");
        }
        return literal;
    }

    @Override
    public Expr copy(Expr text, Expr language) {
        return new CheckedLanguage(text, language);
    }
}
