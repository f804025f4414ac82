package org.pairgraph.ingest;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.pairgraph.ingest.Token.Kind;

/** The directives of Turtle: prefixes and the base. */
final class Directives {
    private final StatementCutter cutter;
    private final BiConsumer<String, String> declare;
    private long begun;

    /** @param declare is told of each prefix, also where its declaration is malformed */
    Directives(StatementCutter cutter, BiConsumer<String, String> declare) {
        this.cutter = cutter;
        this.declare = declare;
    }

    boolean isDirective(Token token) {
        return token.is(Kind.AT_WORD)
                || (token.is(Kind.WORD)
                        && cutter.text(token).toLowerCase(Locale.ROOT).matches("prefix|base"));
    }

    /** Parses a directive; its line is the one that it begins on. */
    void directive() {
        begun = cutter.peek().line();
        var keyword = cutter.take();
        var name = cutter.text(keyword);
        boolean sparql = !name.startsWith("@");
        var prefix = "";
        if (!sparql && !name.equals("@prefix") && !name.equals("@base")) {
            cutter.refuse(keyword, "%s is no directive: write @prefix or @base".formatted(name));
        }
        boolean declares = !name.toLowerCase(Locale.ROOT).endsWith("base");
        if (declares) {
            prefix = prefixName();
        }
        var iri = namespace();
        if (declares) {
            declare.accept(prefix, iri);
        }
        endOfDirective(sparql);
    }

    private String prefixName() {
        var token = cutter.peek();
        if (token.is(Kind.NAME)
                && cutter.text(token).endsWith(":")
                && cutter.text(token).indexOf(':') == cutter.text(token).length() - 1) {
            return cutter.text(cutter.take()).replace(":", "");
        }
        if (token.is(Kind.NAME) || token.is(Kind.WORD)) {
            cutter.refuse(token, "A prefix is declared with a colon at its end, as in @prefix pg: <…> .");
            return cutter.text(cutter.take()).replaceFirst(":.*", "");
        }
        cutter.refuse(token, "The prefix is missing: @prefix pg: <…> .");
        return "";
    }

    /** The IRI of a directive; where it is missing, the usual one of the prefix. */
    private String namespace() {
        var token = cutter.peek();
        if (token.is(Kind.IRI)) {
            var text = cutter.text(cutter.take());
            return text.replaceAll("[<>\\s]", "");
        }
        if (token.line() == begun && !token.is(Kind.DOT) && !token.is(Kind.END)) {
            cutter.refuse(
                    token, "The IRI of a prefix stands in <…>, but %s stands here".formatted(cutter.shown(token)));
            while (cutter.peek().line() == begun
                    && !cutter.peek().is(Kind.DOT)
                    && !cutter.peek().is(Kind.END)) {
                cutter.pass();
            }
        } else {
            cutter.refuseAfterLast("The IRI in <…> is missing");
        }
        return "";
    }

    private void endOfDirective(boolean sparql) {
        if (sparql && cutter.peek().is(Kind.DOT) && cutter.peek().line() == begun) {
            cutter.refuse(cutter.pass(), "PREFIX and BASE have no full stop at their end: write @prefix, or delete it");
        } else if (!sparql && cutter.peek().is(Kind.DOT)) {
            cutter.pass();
        } else if (!sparql) {
            cutter.refuseAfterLast("The full stop after the directive is missing");
        }
    }

    boolean isStart(Token token) {
        return cutter.text(token).matches("@prefix|@base") || token.is(Kind.WORD) && isDirective(token);
    }
}
