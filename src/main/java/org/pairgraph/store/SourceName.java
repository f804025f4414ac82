package org.pairgraph.store;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a source: 1 to 63 lower-case letters, digits and hyphens, the first no hyphen.
 *
 * @throws IllegalArgumentException for any other text, with a message for the person who chose it
 */
public record SourceName(String text) implements Comparable<SourceName> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Set<String> NEVER_A_SOURCE = Set.of("ledger", "derived", "current");

    /** The terms, code lists and alignment; it changes only with the program. */
    public static final SourceName ONTOLOGY = new SourceName("ontology");

    public SourceName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A source name is 1 to 63 of a-z, 0-9 and hyphens, and does not begin with a hyphen: \"" + text
                            + "\"");
        }
        if (NEVER_A_SOURCE.contains(text)) {
            throw new IllegalArgumentException("The name \"" + text + "\" is reserved: choose another for the source");
        }
    }

    @Override
    public int compareTo(SourceName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
