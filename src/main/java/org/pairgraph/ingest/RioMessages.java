package org.pairgraph.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Rio says, without the position, which the report has in fields of its own. */
final class RioMessages {
    private static final Pattern MALFORMED_IRI = Pattern.compile("(?s).+? at index (?<index>\\d{1,9}): (?<iri>.+)");

    private static final Pattern MALFORMED_BASE = Pattern.compile("(?s).*\\[@base = (?<iri>.+)][^]]*");

    private static final Pattern REFUSED_IRI = Pattern.compile("A (subject|predicate) must be .*, not (?<iri>.+)");

    private RioMessages() {}

    private static final Map<String, String> EXAMPLES = Map.of(
            "#date", "write a day that there is, like 2021-03-05",
            "#dateTime", "write a day and a time, like 2021-03-05T08:00:00+08:00",
            "#gYear", "write a year, like 2021",
            "#integer", "write digits and nothing else, like 274",
            "#nonNegativeInteger", "write digits and nothing else, like 274",
            "#positiveInteger", "write digits and nothing else, like 274",
            "#decimal", "write digits, with a point before decimals, like 1234.5",
            "#boolean", "write true or false");

    /** The IRI that a message is about, malformed or refused. */
    static Optional<String> findIri(String message) {
        return Stream.of(MALFORMED_IRI, MALFORMED_BASE, REFUSED_IRI)
                .map(pattern -> pattern.matcher(message))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group("iri"))
                .findFirst();
    }

    static String plain(Throwable problem) {
        var message = Optional.ofNullable(problem.getMessage())
                .orElse(problem.getClass().getSimpleName());
        return plain(message);
    }

    static String plain(String message) {
        var text = message.replaceFirst(" \\[line \\d+(, column \\d+)?]$", "");
        if (text.contains("is not a valid value for datatype")) {
            return hinted(text.replaceFirst(
                    "(?s)^'?(.*?)'? is not a valid value for datatype (.*)$", "\"$1\" is not a value of $2"));
        }
        var malformed = MALFORMED_IRI.matcher(text);
        return malformed.matches()
                ? "<%s> is not an IRI: its character %d cannot stand there"
                        .formatted(
                                Excerpt.of(malformed.group("iri"), 0), 1 + Integer.parseInt(malformed.group("index")))
                : text;
    }

    /** Says what a value of the datatype looks like, for those that figures and dates have. */
    private static String hinted(String message) {
        return EXAMPLES.entrySet().stream()
                .filter(example -> message.endsWith(example.getKey()))
                .map(example -> message + ": " + example.getValue())
                .findFirst()
                .orElse(message);
    }
}
