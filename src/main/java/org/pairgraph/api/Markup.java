package org.pairgraph.api;

import java.util.regex.Pattern;
import org.pairgraph.claims.Label;
import org.pairgraph.linked.Address;

/** Builds HTML: whatever is not an element of its own is escaped. */
final class Markup {
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"{}|\\\\^`]+");

    private final StringBuilder out = new StringBuilder();

    /** Text between elements. */
    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element with a text and nothing else; its name and attributes are written as they are. */
    Markup element(String opening, String text) {
        out.append('<').append(opening).append('>').append(escaped(text));
        return close(opening);
    }

    Markup open(String opening) {
        out.append('<').append(opening).append('>');
        return this;
    }

    Markup close(String opening) {
        int end = opening.indexOf(' ');
        out.append("</").append(end < 0 ? opening : opening.substring(0, end)).append(">");
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** Both names, each marked with its language; the given text where there is none. */
    Markup label(Label label, String otherwise) {
        label.zh().ifPresent(zh -> element("span lang=\"zh-Hans\"", zh));
        if (label.zh().isPresent() && label.en().isPresent()) {
            text(" ");
        }
        label.en().ifPresent(en -> element("span lang=\"en\"", en));
        return label.zh().isEmpty() && label.en().isEmpty() ? text(otherwise) : this;
    }

    /** A link to an IRI, ours under this server's own path; an IRI of any other scheme than http is a text. */
    Markup link(String iri, Label label) {
        if (!WEB.matcher(iri).matches()) {
            return label(label, iri);
        }
        var target = Address.isOurs(iri) ? Address.path(iri) : iri;
        open("a href=\"" + escaped(target) + "\"");
        return label(label, iri).close("a");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** A text that is safe between elements and within quoted attributes. */
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isText(point) ? point : '\uFFFD');
            }
        });
        return safe.toString();
    }

    /** JSON that is safe within a {@code script} element: nothing of it can end the element. */
    static String embedded(String json) {
        return json.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026");
    }

    private static boolean isText(int point) {
        return point == '\n' || point == '\t' || !Character.isISOControl(point);
    }
}
