package org.pairgraph.sparql;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;

/**
 * CONTAINS, STRBEFORE and STRAFTER (SPARQL 1.1 §17.4.3). To look for one text in another takes as long as the product
 * of their lengths: of two long ones that is a second, so that the query is looked at in between.
 */
final class WatchedSearch extends ExprFunction2 {
    /** Less is done with before anybody could wait. */
    private static final long SOON_DONE = 1 << 22;

    private final What what;
    private final RunningQuery query;

    /** What becomes of the text and the place where the other was found. */
    private enum What {
        CONTAINS(Tags.tagStrContains),
        BEFORE(Tags.tagStrBefore),
        AFTER(Tags.tagStrAfter);

        private final String symbol;

        What(String symbol) {
            this.symbol = symbol;
        }
    }

    private WatchedSearch(What what, Expr text, Expr part, RunningQuery query) {
        super(text, part, what.symbol);
        this.what = what;
        this.query = query;
    }

    /** The same function, watched; none when it does not look for one text in another. */
    static Optional<Expr> of(ExprFunction2 function, Expr text, Expr part, RunningQuery query) {
        return switch (function) {
            case E_StrContains contains -> Optional.of(new WatchedSearch(What.CONTAINS, text, part, query));
            case E_StrBefore before -> Optional.of(new WatchedSearch(What.BEFORE, text, part, query));
            case E_StrAfter after -> Optional.of(new WatchedSearch(What.AFTER, text, part, query));
            default -> Optional.empty();
        };
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        NodeValueOps.checkTwoArgumentStringLiterals(what.name(), left, right);
        var text = left.asNode().getLiteralLexicalForm();
        var part = right.asNode().getLiteralLexicalForm();
        int at = indexOf(text, part);
        if (what == What.CONTAINS) {
            return NodeValue.booleanReturn(at >= 0);
        }
        if (at < 0) {
            return NodeValue.nvEmptyString;
        }
        return like(left.asNode(), what == What.BEFORE ? text.substring(0, at) : text.substring(at + part.length()));
    }

    private int indexOf(String text, String part) {
        if (part.isEmpty() || (long) text.length() * part.length() <= SOON_DONE) {
            return text.indexOf(part);
        }
        char first = part.charAt(0);
        int at = text.indexOf(first);
        while (at >= 0 && !text.startsWith(part, at)) {
            query.check();
            at = text.length() - at > part.length() ? text.indexOf(first, at + 1) : -1;
        }
        return at;
    }

    private static NodeValue like(Node text, String part) {
        return NodeValue.makeNode(
                NodeFactory.createLiteral(part, text.getLiteralLanguage(), text.getLiteralDatatype()));
    }

    @Override
    public Expr copy(Expr text, Expr part) {
        return new WatchedSearch(what, text, part, query);
    }
}
