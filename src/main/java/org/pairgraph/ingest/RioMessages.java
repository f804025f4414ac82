package org.pairgraph.ingest;

import java.util.Optional;

/** What Rio says, without the position, which the report has in fields of its own. */
final class RioMessages {
    private RioMessages() {}

    static String plain(Throwable problem) {
        var message = Optional.ofNullable(problem.getMessage())
                .orElse(problem.getClass().getSimpleName());
        return plain(message);
    }

    static String plain(String message) {
        var text = message.replaceFirst(" \\[line \\d+(, column \\d+)?]$", "");
        if (text.contains("is not a valid value for datatype")) {
            return text.replaceFirst(
                    "(?s)^'?(.*?)'? is not a valid value for datatype (.*)$", "\"$1\" is not a value of $2");
        }
        return text;
    }
}
