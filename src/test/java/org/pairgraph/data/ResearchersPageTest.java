package org.pairgraph.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.QueryCatalogue;

/** The groups of the catalogue that the page for researchers lists are those that there are. */
class ResearchersPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| \\p{IsHan}+ \\|.*$", Pattern.MULTILINE);
    private static final Pattern QUERY = Pattern.compile("\\[`([^`]+)`]\\(\\.\\./queries/\\1\\.rq\\)");

    private final String page = ShippedGraph.text(Path.of("docs/researchers.md"));
    private final QueryCatalogue catalogue = QueryCatalogue.of(Path.of("queries"));

    @Test
    void everyGroupHasARow() {
        var groups = catalogue.queries().stream().map(NamedQuery::group).collect(Collectors.toSet());

        assertThat(ROW.matcher(page).results().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(groups);
    }

    @Test
    void theExamplesOfAGroupBelongToIt() {
        assertThat(ROW.matcher(page).results())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(
                                QUERY.matcher(row.group()).results().map(example -> example.group(1)))
                        .isNotEmpty()
                        .allSatisfy(example -> assertThat(groupOf(example)).isEqualTo(row.group(1))));
    }

    private String groupOf(String name) {
        return catalogue.queries().stream()
                .filter(query -> query.name().equals(name))
                .map(NamedQuery::group)
                .findFirst()
                .orElse("no such query");
    }
}
