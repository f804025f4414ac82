package org.pairgraph.sparql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Objects;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;
import org.pairgraph.sparql.SparqlProblem.Kind;

/**
 * The pattern of one REGEX or REPLACE. One that stands in the query is compiled at once, and the query refused when that
 * cannot be; one that is computed is compiled when it changes, and then an error is that of its row.
 */
final class LinearPattern {
    /** Shorter texts are done with before anybody could wait. */
    private static final int SHORT = 2_048;

    private final String function;
    private final RunningQuery query;
    private @Nullable String lastPattern;
    private @Nullable String lastFlags;
    private @Nullable Pattern compiled;

    private LinearPattern(String function, RunningQuery query) {
        this.function = function;
        this.query = query;
    }

    /** @throws QueryRefusal if the pattern stands in the query and cannot be matched in linear time */
    static LinearPattern of(String function, ExprList arguments, int patternAt, int flagsAt, RunningQuery query) {
        var pattern = new LinearPattern(function, query);
        var flags = flagsAt < arguments.size() ? arguments.get(flagsAt) : NodeValue.makeString("");
        if (isText(arguments.get(patternAt)) && isText(flags)) {
            pattern.compileNow(arguments.get(patternAt).getConstant(), flags.getConstant());
        }
        return pattern;
    }

    Matcher matcher(String text, NodeValue pattern, @Nullable NodeValue flags) {
        query.check();
        return compiled(text(pattern), flags == null ? "" : text(flags))
                .matcher(text.length() <= SHORT ? text : new Watched(text, query));
    }

    private static boolean isText(Expr argument) {
        return argument.isConstant() && argument.getConstant().isString();
    }

    private void compileNow(NodeValue pattern, NodeValue flags) {
        try {
            compile(pattern.getString(), flags.getString());
        } catch (UnsupportedPattern e) {
            throw QueryRefusal.of(
                    Kind.QUERY_NOT_ALLOWED,
                    "The pattern \"%s\" of %s cannot be used: %s"
                            .formatted(pattern.getString(), function, e.getMessage()));
        }
    }

    private Pattern compiled(String pattern, String flags) {
        if (compiled != null && Objects.equals(pattern, lastPattern) && Objects.equals(flags, lastFlags)) {
            return compiled;
        }
        try {
            return compile(pattern, flags);
        } catch (UnsupportedPattern e) {
            throw new ExprEvalException(function + ": " + e.getMessage());
        }
    }

    private Pattern compile(String pattern, String flags) {
        var fresh = RegexDialect.compile(pattern, flags);
        compiled = fresh;
        lastPattern = pattern;
        lastFlags = flags;
        return fresh;
    }

    private String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    /** A text that looks, now and then, whether the query still runs while it is matched. */
    private record Watched(String text, RunningQuery query) implements CharSequence {
        @Override
        public char charAt(int index) {
            if ((index & 0xff) == 0) {
                query.check();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
