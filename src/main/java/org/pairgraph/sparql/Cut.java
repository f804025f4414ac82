package org.pairgraph.sparql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The bound that an answer ran into. */
public enum Cut {
    /** The number of rows, or of triples. */
    ROWS,
    /** The size. */
    BYTES;

    /** The header, or the trailer when the answer was too long to wait for its end, of an answer that was cut. */
    public static final String HEADER = "Pairgraph-Cut";

    /** The value of the header. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bound that the last characters of an answer name, of one in JSON or N-Triples; none when it is whole. */
    public static Optional<Cut> findAt(String end) {
        return Arrays.stream(values())
                .filter(bound -> Stream.of(bound.lastMember(), bound.epilogue("application/n-triples"))
                        .map(words -> new String(words, StandardCharsets.UTF_8).strip())
                        .anyMatch(end.strip()::endsWith))
                .findFirst();
    }

    /** What follows the last byte of an answer, so that its reader sees it too; nothing where the format has no room. */
    byte[] epilogue(String mediaType) {
        var words = "This answer was cut: it has more %s than an answer may have".formatted(label());
        var text = switch (mediaType) {
            case "application/sparql-results+xml", "application/xml", "application/rdf+xml", "application/trix+xml" ->
                "<!-- " + words + " -->\n";
            case "text/turtle", "application/n-triples", "application/trig", "application/n-quads", "text/plain" ->
                "# " + words + "\n";
            default -> "";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the answer is a JSON object that can say it as a member. */
    static boolean isObject(String mediaType) {
        return mediaType.equals("application/sparql-results+json") || mediaType.equals("application/json");
    }

    /** The last member of a JSON object and its end. */
    byte[] lastMember() {
        return ",\n  \"pairgraph-cut\": \"%s\"\n}\n".formatted(label()).getBytes(StandardCharsets.UTF_8);
    }
}
