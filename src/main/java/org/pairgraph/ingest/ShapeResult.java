package org.pairgraph.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One thing that a shape has to say about a focus node.
 *
 * @param path the property path in SPARQL syntax
 * @param value the value at fault
 * @param line where the file says it, from 1; 0 where it does not
 * @param file the one that says it, where there is more than one
 */
public record ShapeResult(
        Severity severity,
        String focusNode,
        Optional<String> path,
        Optional<String> value,
        Message message,
        long line,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> file) {
    /** How much it matters (SHACL §2.1.4). */
    public enum Severity {
        /** It must be mended. */
        VIOLATION,
        /** It deserves a look. */
        WARNING,
        /** It is good to know. */
        INFO
    }

    /** What is wrong and what to do, in both languages. */
    public record Message(String zh, String en) {}
}
