package org.pairgraph.sparql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Turns a regular expression, as ARQ takes it, into one of RE2, which is matched in time linear in the text. Two things
 * that RE2 would understand differently are refused (classes within classes, and their intersections), and so is what it
 * cannot do (backreferences, lookaround, possessive repeats). Nested repeats are bounded, because RE2 writes them out.
 */
final class RegexDialect {
    private static final int LONGEST = 4_000;
    private static final int LARGEST = 10_000;

    /** What java.util.regex takes for the end of a line. */
    private static final String NOT_A_LINE_END = "[^\\n\\r\\x{85}\\x{2028}\\x{2029}]";

    private final String given;
    private final boolean dotAll;
    private final boolean comments;
    private final StringBuilder pattern = new StringBuilder();

    /** The size of each open group, and of the whole, so far. */
    private final Deque<Long> sizes = new ArrayDeque<>();

    private long atom;
    private int at;

    private RegexDialect(String given, String flags) {
        this.given = given;
        this.dotAll = flags.contains("s");
        this.comments = flags.contains("x");
    }

    /**
     * @param flags of {@code smixq} (XPath Functions §5.6.2)
     * @throws UnsupportedPattern if it cannot be matched in linear time, or is not valid
     */
    static Pattern compile(String given, String flags) {
        if (!flags.matches("[smixq]*")) {
            throw new UnsupportedPattern("The flags are of s, m, i, x and q, not \"" + flags + "\"");
        }
        if (given.length() > LONGEST) {
            throw new UnsupportedPattern("It is longer than %,d characters".formatted(LONGEST));
        }
        try {
            return Pattern.compile(
                    flags.contains("q") ? Pattern.quote(given) : new RegexDialect(given, flags).translated(),
                    mask(flags));
        } catch (PatternSyntaxException e) {
            throw new UnsupportedPattern(
                    e.getDescription() + (e.getPattern() == null ? "" : " at \"" + e.getPattern() + "\"")
                            + " (patterns are matched in linear time: no backreferences, no lookaround)");
        }
    }

    private static int mask(String flags) {
        return (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0);
    }

    private String translated() {
        sizes.push(0L);
        while (at < given.length()) {
            step();
        }
        flush();
        return pattern.toString();
    }

    private void step() {
        char next = given.charAt(at);
        switch (next) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> open();
            case ')' -> close();
            case '*', '+', '?' -> take(1);
            case '{' -> repeat();
            case '.' -> {
                newAtom(1);
                at++;
                pattern.append(dotAll ? "." : NOT_A_LINE_END);
            }
            default -> {
                if (comments && (Character.isWhitespace(next) || next == '#')) {
                    skip(next);
                } else {
                    newAtom(1);
                    take(1);
                }
            }
        }
    }

    private void take(int characters) {
        pattern.append(given, at, Math.min(given.length(), at + characters));
        at += characters;
    }

    private void newAtom(long size) {
        flush();
        atom = size;
    }

    private void flush() {
        sizes.push(sizes.pop() + atom);
        atom = 0;
        requireSmall(sizes.peek());
    }

    private static void requireSmall(long size) {
        if (size > LARGEST) {
            throw new UnsupportedPattern("Its repeats, written out, are more than %,d steps".formatted(LARGEST));
        }
    }

    private void skip(char first) {
        if (first == '#') {
            while (at < given.length() && given.charAt(at) != '\n') {
                at++;
            }
        }
        at++;
    }

    private void open() {
        flush();
        sizes.push(1L);
        take(given.startsWith("(?", at) ? 2 : 1);
    }

    private void close() {
        flush();
        long size = sizes.pop();
        if (sizes.isEmpty()) {
            throw new UnsupportedPattern("A parenthesis is closed that was not opened");
        }
        atom = size;
        take(1);
    }

    /** {@code {n}}, {@code {n,}}, {@code {n,m}}: RE2 writes the atom out so many times. */
    private void repeat() {
        int end = given.indexOf('}', at);
        var bounds = end < 0 ? "" : given.substring(at + 1, end);
        if (!bounds.matches("[0-9]{1,5}(,[0-9]{0,5})?")) {
            throw new UnsupportedPattern("A brace does not begin a repeat: write \\{ for the character");
        }
        var comma = bounds.indexOf(',');
        var most = comma < 0 || comma == bounds.length() - 1 ? bounds.replace(",", "") : bounds.substring(comma + 1);
        atom *= Math.max(1, Integer.parseInt(most));
        requireSmall(atom);
        take(end + 1 - at);
    }

    private void escape() {
        newAtom(1);
        if (given.startsWith("\\u", at) && given.length() >= at + 6) {
            pattern.append("\\x{").append(given, at + 2, at + 6).append('}');
            at += 6;
        } else if (given.startsWith("\\p{Is", at) || given.startsWith("\\P{Is", at)) {
            pattern.append(given, at, at + 3);
            at += 5;
            take(Math.max(0, given.indexOf('}', at) + 1 - at));
        } else if (given.startsWith("\\Q", at)) {
            quoted();
        } else {
            take(2);
        }
    }

    private void quoted() {
        int end = given.indexOf("\\E", at);
        int stop = end < 0 ? given.length() : end;
        newAtom(stop - at);
        pattern.append(Pattern.quote(given.substring(at + 2, stop)));
        at = end < 0 ? stop : end + 2;
    }

    private void characterClass() {
        newAtom(1);
        take(given.startsWith("[^", at) ? 2 : 1);
        if (given.startsWith("]", at)) {
            take(1);
        }
        while (at < given.length() && given.charAt(at) != ']') {
            char next = given.charAt(at);
            if (next == '[' && !given.startsWith("[:", at) || given.startsWith("&&", at)) {
                throw new UnsupportedPattern(
                        "A class within a class, or an intersection, cannot be matched: spell it out");
            }
            if (next == '\\') {
                escapeInClass();
            } else {
                take(next == '[' ? Math.max(1, given.indexOf(']', at) + 1 - at) : 1);
            }
        }
        take(1);
    }

    private void escapeInClass() {
        long before = atom;
        escape();
        sizes.push(sizes.pop() - before);
        atom = before;
    }
}
