package org.pairgraph.ingest;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises what was sent under a wrong name: a page instead of the file, another format, a table. */
final class ForeignText {
    private static final Pattern PAGE = Pattern.compile("(?is)(<\\?xml[^>]*>\\s*)?<(!doctype\\s+html|html)\\b.*");
    private static final Pattern XML = Pattern.compile("(?s)<(\\?xml\\s|rdf:RDF\\b).*");
    private static final Pattern JSON = Pattern.compile("(?s)(\\[\\s*)?\\{\\s*\"[^\"]*\"\\s*:.*");
    private static final Pattern TURTLE =
            Pattern.compile("(?is)(#.*|(@?prefix|@?base)\\s.*|<[^<>\\s]*>\\s+(<|a\\s|\\w*:).*)");
    private static final Pattern TABLE = Pattern.compile("[^<>\"'@#:{}\\[\\]()]*[,;\\t，；][^<>@#{}\\[\\]()]*");

    private ForeignText() {}

    /** What is wrong with a text that is no {@code format} from its beginning; none where it may be meant as that. */
    static Optional<String> find(String beginning, RdfFormat format) {
        var text = beginning.strip();
        if (PAGE.matcher(text).matches()) {
            return Optional.of("This is a web page (HTML), not RDF: save the file that the page leads to");
        }
        return switch (format) {
            case TURTLE, TRIG, N_TRIPLES, N_QUADS -> inLines(text, format);
            case JSON_LD -> XML.matcher(text).matches() ? other("RDF/XML", "rdf", "rdfxml") : turtle(text);
            case RDF_XML -> JSON.matcher(text).matches() ? other("JSON-LD", "jsonld", "jsonld") : turtle(text);
        };
    }

    private static Optional<String> inLines(String text, RdfFormat format) {
        if (XML.matcher(text).matches()) {
            return other("RDF/XML", "rdf", "rdfxml");
        }
        if (JSON.matcher(text).matches()) {
            return other("JSON-LD", "jsonld", "jsonld");
        }
        var first = text.lines().findFirst().orElse("");
        return TABLE.matcher(first).matches()
                ? Optional.of("This looks like a table and not like %s: make Turtle of it first, with pairgraph convert"
                        .formatted(format.label()))
                : Optional.empty();
    }

    private static Optional<String> turtle(String text) {
        return TURTLE.matcher(text).matches() ? other("Turtle", "ttl", "turtle") : Optional.empty();
    }

    private static Optional<String> other(String name, String ending, String option) {
        return Optional.of("This looks like %s: let the name of the file end in .%s, or say --format %s"
                .formatted(name, ending, option));
    }
}
