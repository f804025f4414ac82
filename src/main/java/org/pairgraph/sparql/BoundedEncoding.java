package org.pairgraph.sparql;

import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/** ENCODE_FOR_URI, which grows each time that it is applied, of no more than a text may be. */
final class BoundedEncoding extends E_StrEncodeForURI {
    private final int textLength;

    BoundedEncoding(Expr argument, int textLength) {
        super(argument);
        this.textLength = textLength;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        var encoded = super.eval(value);
        TextTooLong.require(encoded.asString().length(), textLength);
        return encoded;
    }

    @Override
    public Expr copy(Expr argument) {
        return new BoundedEncoding(argument, textLength);
    }
}
