package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked queries of the page for researchers give the rows that stand below them. */
@ExtendWith(ShippedServer.class)
class WorkedQueriesTest {
    private static final Pattern PREFIXES = Pattern.compile("```sparql\n(PREFIX [^`]*?BASE <[^>]+>)\n```");
    private static final Pattern WORKED = Pattern.compile(
            "### (\\d+\\. [^\n]+)\n\n[^\n]+\n\n```sparql\n(.*?)\n```\n\n```csv\n(.*?)\n```", Pattern.DOTALL);

    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    /** One query with its rows. */
    record Worked(String title, String query, String rows) {
        @Override
        public String toString() {
            return title;
        }
    }

    @Test
    void thereAreFifteen() throws IOException {
        assertThat(worked()).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("worked")
    void aQueryGivesTheRowsBelowIt(Worked worked) throws Exception {
        var answer = server.get(
                "/sparql?query=" + URLEncoder.encode(worked.query(), StandardCharsets.UTF_8), "Accept", "text/csv");

        assertThat(answer.body().replace("\r\n", "\n").strip()).isEqualTo(worked.rows());
    }

    private static List<Worked> worked() throws IOException {
        var page = Files.readString(Path.of("docs/researchers.md"));
        var prefixes =
                PREFIXES.matcher(page).results().findFirst().orElseThrow().group(1);
        return WORKED.matcher(page)
                .results()
                .map(found -> worked(prefixes, found))
                .toList();
    }

    private static Worked worked(String prefixes, MatchResult found) {
        return new Worked(found.group(1), prefixes + "\n" + found.group(2), found.group(3));
    }
}
