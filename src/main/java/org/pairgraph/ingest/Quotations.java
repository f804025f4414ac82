package org.pairgraph.ingest;

import static org.pairgraph.ingest.TextWindow.END;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through a text once and quotes it where errors are of which only line and column are known. */
final class Quotations {
    private static final int BEGINNING = 4096;

    private final TextWindow window;
    private long position;
    private long line = 1;

    Quotations(Reader text) {
        this.window = new TextWindow(text);
    }

    /** The first characters of the text. */
    String beginning() {
        long end = 0;
        while (end < BEGINNING && window.at(end) != END) {
            end++;
        }
        return window.text(0, end);
    }

    /** The first line, or the beginning of it. */
    String first() {
        return window.excerpt(0);
    }

    /** The errors as they are, with the text around those that have none; called once. */
    List<SyntaxError> fill(List<SyntaxError> errors) {
        Map<SyntaxError, String> quoted = new HashMap<>();
        errors.stream()
                .filter(error -> error.line() > 0 && error.excerpt().isEmpty())
                .sorted(Comparator.comparingLong(SyntaxError::line))
                .forEach(error -> quoted.put(error, quote(error)));
        var filled = new ArrayList<>(errors);
        filled.replaceAll(error -> quoted.containsKey(error)
                ? new SyntaxError(error.line(), error.column(), error.message(), quoted.get(error))
                : error);
        return filled;
    }

    private String quote(SyntaxError error) {
        while (line < error.line() && window.at(position) != END) {
            line += window.endsLine(position) ? 1 : 0;
            position++;
            window.forget(position);
        }
        long at = position;
        if (error.column() == 0) {
            while (window.at(at) == ' ' || window.at(at) == '\t') {
                at++;
            }
        }
        for (long column = 1; column < error.column() && isWithinLine(at); column++) {
            at += Character.isHighSurrogate((char) window.at(at)) ? 2 : 1;
        }
        return window.excerpt(at);
    }

    private boolean isWithinLine(long at) {
        return window.at(at) != END && !window.endsLine(at);
    }
}
