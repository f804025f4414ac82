package org.pairgraph.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pairgraph.ingest.Token.Kind;

/**
 * Cuts a text into statements. What is not well-formed is reported and left out; cutting goes on with the next statement.
 */
abstract class StatementCutter {
    private static final String VALUE = "[] a\n";

    final TurtleLexer lexer;
    final Findings findings;
    private final TextWindow window;
    private final List<Token> taken = new ArrayList<>();
    private Token begun = new Token(Kind.END, 0, 0, 1, 1, true, false);
    private Optional<Token> last = Optional.empty();
    private final Deque<CutStatement> values = new ArrayDeque<>();
    private boolean broken;
    private long lastErrorLine;

    StatementCutter(TextWindow window, Findings findings, ReadLimits limits) {
        this.window = window;
        this.findings = findings;
        this.lexer = new TurtleLexer(window, findings, limits);
    }

    /** Parses one statement or directive; leaves nothing of it untaken. */
    abstract void statement();

    /** Looks at the end of the text for what should have been closed. */
    void atEnd() {}

    /** The next well-formed statement; none at the end of the text, or when there are too many errors. */
    final Optional<CutStatement> next() {
        if (!values.isEmpty()) {
            return Optional.of(values.remove());
        }
        while (!peek().is(Kind.END) && !findings.isFull()) {
            taken.clear();
            last = Optional.empty();
            broken = false;
            lastErrorLine = 0;
            begun = peek();
            window.forget(begun.start());
            statement();
            if (!broken && !taken.isEmpty()) {
                return Optional.of(cut());
            }
            keepValues();
            if (!values.isEmpty()) {
                return Optional.of(values.remove());
            }
        }
        if (!findings.isFull()) {
            atEnd();
        }
        return Optional.empty();
    }

    /** Typed literals of a statement that is left out become statements of their own, so that their values are checked. */
    private void keepValues() {
        for (int i = 0; i + 2 < taken.size(); i++) {
            var literal = taken.subList(i, i + 3);
            if (literal.get(0).is(Kind.STRING)
                    && literal.get(1).is(Kind.DATATYPE_MARK)
                    && literal.stream().noneMatch(Token::bad)) {
                long start = literal.get(0).start();
                var text = VALUE + window.text(start, literal.get(2).end()) + " .\n\n";
                values.add(new CutStatement(text, start - VALUE.length(), List.copyOf(literal)));
            }
        }
    }

    private CutStatement cut() {
        long start = taken.getFirst().start();
        var end = taken.getFirst().is(Kind.WORD) ? "\n\n" : " .\n\n"; // PREFIX and BASE have no full stop
        return new CutStatement(window.text(start, taken.getLast().end()) + end, start, List.copyOf(taken));
    }

    final Token peek() {
        return lexer.peek(0);
    }

    final Token peek(int distance) {
        return lexer.peek(distance);
    }

    /** Takes a token that belongs to the statement. */
    final Token take() {
        var token = pass();
        taken.add(token);
        return token;
    }

    /** Takes a token that does not. */
    final Token pass() {
        var token = lexer.take();
        last = Optional.of(token);
        broken |= token.bad();
        return token;
    }

    final boolean takeIf(Kind kind) {
        if (peek().is(kind)) {
            take();
            return true;
        }
        return false;
    }

    /** The first token of the statement. */
    final Token begun() {
        return begun;
    }

    final List<Token> taken() {
        return taken;
    }

    final String text(Token token) {
        return lexer.text(token);
    }

    /** How a token is named in a message. */
    final String shown(Token token) {
        if (token.is(Kind.END)) {
            return "the end of the file";
        }
        return token.kind().sign().isEmpty() ? lexer.shown(token.start(), token.end()) : "\"" + text(token) + "\"";
    }

    /** Reports what is wrong with a token; of one line only the first mistake of the statement. */
    final void refuse(Token token, String message) {
        report(token.line(), token.column(), token.start(), message);
    }

    /** Takes a language tag (BCP 47 in outline, as Turtle's grammar has it). */
    final void takeLanguage() {
        var token = take();
        if (!token.bad() && !text(token).matches("@[a-zA-Z]+(-[a-zA-Z0-9]+)*")) {
            refuse(token, "%s is no language tag: write one such as @zh-Hans or @en".formatted(shown(token)));
        }
    }

    /** Reports what is missing behind the last token that was taken. */
    final void refuseAfterLast(String message) {
        var token = last.orElse(peek());
        long line = token.line();
        long column = token.column() + window.codePoints(token.start(), token.end());
        for (long i = token.start(); i < token.end(); i++) {
            if (window.endsLine(i)) {
                line++;
                column = 1 + window.codePoints(i + 1, token.end());
            }
        }
        if (token.bad()) {
            broken = true;
            return;
        }
        report(line, column, token.end(), message);
    }

    private void report(long line, long column, long position, String message) {
        broken = true;
        if (line != lastErrorLine && !lexer.hasReported(line)) {
            lastErrorLine = line;
            lexer.reported(line);
            findings.error(line, column, message, window.excerpt(position));
        }
    }
}
