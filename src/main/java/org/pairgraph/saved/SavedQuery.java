package org.pairgraph.saved;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.NamedQuery.Bilingual;
import org.pairgraph.sparql.QueryCatalogue;

/**
 * A query that a steward keeps.
 *
 * @param title and description each one line in both languages
 * @param query in SPARQL; lines {@code # param: …} at its top say what can be asked, as in the catalogue
 * @param group of the catalogue that it is published in; none when it is not published
 * @param savedBy the name of the token
 */
public record SavedQuery(
        String name,
        Bilingual title,
        Bilingual description,
        String query,
        Optional<String> group,
        String savedBy,
        Instant savedAt) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_QUERY = 64 * 1024;

    /** Where one stands that nobody published. */
    private static final String NO_GROUP = "saved";

    public SavedQuery {
        require(
                NAME.matcher(name).matches(),
                "A name is lower-case letters, digits and hyphens, at most 63: \"" + name + "\"");
        require(query.length() <= LONGEST_QUERY, "A query has at most " + LONGEST_QUERY + " characters");
        requireLines("title", title);
        requireLines("description", description);
    }

    /**
     * The query as those of the catalogue are.
     *
     * @throws IllegalArgumentException if it does not parse, or a line of its header is broken
     */
    public NamedQuery asNamed() {
        var header = """
                # title: %s
                # title-zh: %s
                # question: %s
                # question-zh: %s
                # group: %s
                """.formatted(title.en(), title.zh(), description.en(), description.zh(), group.orElse(NO_GROUP));
        return QueryCatalogue.read(name, header + query);
    }

    /** Whether it is listed with those of the catalogue. */
    @JsonIgnore
    public boolean isPublished() {
        return group.isPresent();
    }

    private static void requireLines(String what, Bilingual words) {
        for (var line : new String[] {words.zh(), words.en()}) {
            require(
                    !line.isBlank()
                            && line.length() <= LONGEST_LINE
                            && line.chars().noneMatch(Character::isISOControl),
                    "The %s is one line in each language, of at most %d characters".formatted(what, LONGEST_LINE));
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
