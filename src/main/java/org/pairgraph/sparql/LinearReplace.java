package org.pairgraph.sparql;

import com.google.re2j.Matcher;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;

/** REPLACE (SPARQL 1.1 §17.4.3.15) in time linear in the text, of no more than a text may be. */
final class LinearReplace extends ExprFunctionN {
    private final RunningQuery query;
    private final int textLength;
    private final LinearPattern pattern;

    LinearReplace(ExprList arguments, RunningQuery query, int textLength) {
        super(Tags.tagReplace, arguments);
        this.query = query;
        this.textLength = textLength;
        this.pattern = LinearPattern.of("REPLACE", arguments, 1, 3, query);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        var literal = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(0));
        var replacement = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(2))
                .getLiteralLexicalForm();
        var flags = arguments.size() > 3 ? arguments.get(3) : null;
        var text = literal.getLiteralLexicalForm();
        var replaced = replaced(pattern.matcher(text, arguments.get(1), flags), text, replacement);
        return replaced.equals(text) ? arguments.get(0) : NodeValue.makeNode(like(literal, replaced));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new LinearReplace(arguments, query, textLength);
    }

    /** As ARQ does it, a match of nothing counts only when it is the first. */
    private String replaced(Matcher matcher, String text, String replacement) {
        var result = new StringBuilder();
        long groups = replacement.chars().filter(letter -> letter == '$').count();
        int most = Math.max(textLength, text.length());
        boolean first = true;
        try {
            while (matcher.find()) {
                if (first || matcher.end() > matcher.start()) {
                    long length = (long) matcher.end() - matcher.start();
                    TextTooLong.require(result.length() + replacement.length() + groups * length, most);
                    matcher.appendReplacement(result, replacement);
                }
                first = false;
            }
            matcher.appendTail(result);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: " + e.getMessage());
        }
        TextTooLong.require(result.length(), most);
        return result.toString();
    }

    private static Node like(Node literal, String text) {
        return NodeFactory.createLiteral(text, literal.getLiteralLanguage(), literal.getLiteralDatatype());
    }
}
