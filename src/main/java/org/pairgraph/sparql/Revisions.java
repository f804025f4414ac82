package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The parameter {@code revision}. */
final class Revisions {
    static final String PARAMETER = "revision";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Revisions() {}

    /**
     * The revision that a request asks for, which there may or may not be.
     *
     * @param head the current one, which is asked for when the request says none
     * @return none when the request says something that is no number
     */
    static OptionalInt find(HttpServletRequest request, int head) {
        var text = request.getParameter(PARAMETER);
        if (text == null) {
            return OptionalInt.of(head);
        }
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
