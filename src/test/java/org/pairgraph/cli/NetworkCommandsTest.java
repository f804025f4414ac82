package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code walk} and {@code path} as a person at a terminal meets them. */
class NetworkCommandsTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private static Path folder;

    @Test
    void aWalkIsATreeWithNamesInBothLanguagesWithAndWithoutAServer() throws Exception {
        var alone = run(0, "walk", "area/450225");
        String served;
        String named;
        try (var server = CommandLineProcess.start(HOME, "serve", "--port", "0", "--store", store())) {
            server.awaitLine("pairgraph serves");
            served = run(0, "walk", "area/450225");
            named = run(0, "walk", "融水县");
        }

        assertThat(alone)
                .contains("融水苗族自治县 Rongshui Miao Autonomous County  area/450225")
                .contains("← 廉江市 Lianjiang City  area/440881")
                .contains("county, as of 2020-04-30")
                .contains("revision 1");
        assertThat(served.lines()).isSubsetOf(alone.lines().toList());
        assertThat(named).isEqualTo(served);
    }

    @Test
    void theAnswerOfTheApiIsPrintedWhenAskedFor() throws Exception {
        var json = new ObjectMapper()
                .readTree(lastLine(run(0, "walk", "area/450225", "--json", "--through", "places", "--depth", "2")));

        assertThat(json.at("/nodes/0/id").asText()).isEqualTo("area/450225");
        assertThat(json.at("/edges").findValuesAsText("kind")).contains("within");
    }

    @Test
    void aCheckOfTheServerAsksForAWalk() throws Exception {
        assertThat(run(0, "serve", "--check", "--port", "0")).containsPattern("/api/v1/walk\\?from=\\S+ 200");
    }

    @Test
    void aPathIsALineForEachStep() throws Exception {
        var path = run(0, "path", "湛江", "area/450225");

        assertThat(path)
                .contains("湛江市 Zhanjiang City  area/440800")
                .contains("  → 融水苗族自治县 Rongshui Miao Autonomous County  area/450225")
                .contains("paths: 1, steps: 1");
    }

    @Test
    void whatCannotBeAnsweredIsSaidAndRefused() throws Exception {
        assertThat(run(1, "walk", "area/0")).contains("no party or site \"area/0\"");
        assertThat(run(1, "walk", "area/450225", "--depth", "9"))
                .contains("\"depth\" takes a whole number from 1 to 6");
        assertThat(run(1, "walk", "县")).contains("can be several").contains("area/");
        assertThat(run(1, "walk", "无此地名")).contains("Nobody is found");
        assertThat(run(1, "walk", "area/450225", "--at", "yesterday")).contains("takes a day like");
        assertThat(run(2, "path", "area/450225")).contains("Usage: pairgraph path");
    }

    private static String run(int exitCode, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store()));
        try (var process = CommandLineProcess.start(HOME, all.toArray(String[]::new))) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(exitCode);
            return process.output();
        }
    }

    private static String store() {
        return folder.resolve("store").toString();
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (before, line) -> line);
    }
}
