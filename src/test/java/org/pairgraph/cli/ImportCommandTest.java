package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code plan}, {@code import}, {@code undo}, {@code history}, {@code verify} and {@code token}. The server is a process;
 * of the commands only one is, since a process takes a second to start and changes nothing of what they say.
 */
class ImportCommandTest {
    private static final String PREFIXES = """
            @base <https://w3id.org/pairgraph/id/> .
            @prefix pg: <https://w3id.org/pairgraph/ontology#> .
            """;

    @TempDir
    private Path folder;

    private Path home;
    private Path store;

    @BeforeEach
    void prepare() throws Exception {
        home = SmallHome.in(folder.resolve("home"));
        store = folder.resolve("store");
        System.setProperty("pairgraph.home", home.toString());
    }

    @AfterEach
    void leave() {
        System.clearProperty("pairgraph.home");
    }

    @Test
    void aCommandIsAProcessWithItsExitCode() throws Exception {
        var file = write("a.ttl", PREFIXES + "<area/2> a pg:County .");

        assertThat(CommandLineProcess.run(home, "import", file, "--store", store.toString()))
                .contains("Revision 2: \"a\" is at version 1")
                .endsWith("exit 0");
        assertThat(CommandLineProcess.run(home, "undo", "nowhere", "--store", store.toString()))
                .contains("There is no source")
                .endsWith("exit 1");
    }

    @Test
    void aFileIsImportedReplacedAndTakenBackWithoutAServer() throws Exception {
        assertTheWholeWay("local");
    }

    @Test
    void aFileIsImportedReplacedAndTakenBackThroughTheServer() throws Exception {
        try (var server = serve()) {
            assertTheWholeWay("admin");
            assertThat(server.output()).doesNotContain("pg_");
        }
    }

    private void assertTheWholeWay(String actor) throws Exception {
        var file = write("My County 2024.ttl", PREFIXES + "<area/2> a pg:County .");

        assertThat(run("plan", file))
                .contains("→ my-county-2024")
                .contains("+1 −0 =0")
                .endsWith("exit 0");
        assertThat(run("import", file))
                .contains("Revision 2: \"my-county-2024\" is at version 1")
                .endsWith("exit 0");
        assertThat(run("import", file)).contains("nothing was changed").endsWith("exit 0");

        write("My County 2024.ttl", PREFIXES + "<area/3> a pg:County .");
        assertThat(run("import", file))
                .contains("would remove 1 triples")
                .contains("--replace")
                .endsWith("exit 1");
        assertThat(run("import", file, "--replace")).contains("Revision 3").endsWith("exit 0");
        assertThat(run("undo", "my-county-2024", "--version", "1"))
                .contains("Revision 4: version 1 of \"my-county-2024\" is withdrawn (+0 −0)")
                .endsWith("exit 0");
        assertThat(run("undo", "my-county-2024")).contains("Revision 5").endsWith("exit 0");
        assertThat(run("undo", "my-county-2024"))
                .contains("Not undone")
                .contains("withdrawn already")
                .endsWith("exit 1");
        assertThat(run("undo", "nowhere")).contains("There is no source").endsWith("exit 1");

        var history = run("history");
        assertThat(history.lines().map(line -> line.split(" ")[0])).containsExactly("5", "4", "3", "2", "1", "exit");
        assertThat(history).contains("  " + actor + "  import  ").contains("  release  first-load  ");
        var json = new ObjectMapper().readTree(run("history", "--json").replace("exit 0", ""));
        assertThat(json.findValuesAsText("action"))
                .containsExactly("withdraw", "withdraw", "import", "import", "first-load");
        assertThat(json.at("/3/changes/0/fileDigests/0").asText()).hasSize(64);
        assertThat(run("verify")).contains("The store is sound").endsWith("exit 0");
        assertThat(Files.readString(store.resolve("audit.log")))
                .contains("\"outcome\":\"applied\"")
                .contains("\"outcome\":\"consent-needed\"")
                .contains("\"outcome\":\"undone\"");
    }

    @Test
    void fiftyErrorsAreFiftyPlaces() throws Exception {
        var broken = IntStream.range(0, 50)
                .mapToObj("<area/%d> pg:x \"a\"@@ ."::formatted)
                .collect(Collectors.joining("\n"));
        var file = write("broken.ttl", PREFIXES + broken);

        var report = run("import", file);

        assertThat(report.lines().filter(line -> line.matches("broken\\.ttl:[0-9]+:[0-9]+: .+")))
                .hasSize(50);
        assertThat(report)
                .contains("broken.ttl:52:")
                .contains("mend the errors")
                .endsWith("exit 1");
    }

    @Test
    void filesWithOneSourceAreOneVersion() throws Exception {
        var one = write("one.ttl", PREFIXES + "<area/2> a pg:County .");
        var two = write("two.nt", "<https://w3id.org/pairgraph/id/area/3> <urn:x:p> \"x\" .");
        var local = run("plan", one, two, "--source", "both", "--json");
        try (var server = serve()) {
            assertThat(server.output()).contains("token is in").contains("steward.token");
            var remote = run("plan", one, two, "--source", "both", "--json");

            for (var report : List.of(local, remote)) {
                var plan =
                        new ObjectMapper().readTree(report.substring(report.indexOf('['), report.lastIndexOf(']') + 1));
                assertThat(plan.at("/0/triples/added").asInt()).as(report).isEqualTo(2);
                assertThat(plan.at("/0/files").findValuesAsText("name")).containsExactly("one.ttl", "two.nt");
            }
        }
    }

    @Test
    void whatWasImportedBeforeAFileThatCannotBeIsTold() throws Exception {
        var first = write("first.ttl", PREFIXES + "<area/2> a pg:County .");
        var ontology = write("ontology.ttl", PREFIXES + "<area/3> a pg:County .");
        var third = write("third.ttl", PREFIXES + "<area/4> a pg:County .");

        assertThat(run("import", first, ontology, third))
                .contains("Revision 2: \"first\" is at version 1")
                .contains("Not tried: third")
                .contains("The ontology changes only with the program")
                .endsWith("exit 1");
        assertThat(run("history")).contains("first 1").doesNotContain("third");
    }

    @Test
    void theReportOfSeveralFilesNamesTheFileThatIsToBeMended() throws Exception {
        Files.writeString(home.resolve("ontology/shapes/county.ttl"), """
                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                @prefix sh: <http://www.w3.org/ns/shacl#> .
                <urn:x:county> a sh:NodeShape ; sh:targetClass pg:County ; sh:property <urn:x:name> .
                <urn:x:name> a sh:PropertyShape ; sh:path <urn:x:called> ; sh:minCount 1 ; sh:message "Name it"@en , "要有名称"@zh .
                """);
        var one = write("one.ttl", PREFIXES + "<area/2> a pg:County ; <urn:x:called> \"Two\" .");
        var two = write("two.ttl", PREFIXES + "<area/3> a pg:County .\n<area/4> a pg:Conty .");

        assertThat(run("plan", one, two, "--source", "both"))
                .contains("two.ttl:3: violation: <https://w3id.org/pairgraph/id/area/3> <urn:x:called>")
                .contains("unknown term <https://w3id.org/pairgraph/ontology#Conty> in two.ttl on line 4: did you mean")
                .doesNotContain("one.ttl:")
                .endsWith("exit 1");
    }

    @Test
    void aPathThatCannotBeReadIsOneClearLineAndNothingIsDone() throws Exception {
        var good = write("good.ttl", PREFIXES + "<area/2> a pg:County .");

        assertThat(run("import", good, folder.resolve("missing.ttl").toString()))
                .contains("missing.ttl: there is no such file. Nothing was done")
                .endsWith("exit 1");
        assertThat(run("import", folder.toString())).contains("is a folder").endsWith("exit 1");
        assertThat(printed("validate", folder.resolve("missing.ttl").toString()))
                .contains("missing.ttl: there is no such file. Nothing was done")
                .endsWith("exit 1");
        assertThat(run("import", write("good.csv", "a,b"))).contains("--format").endsWith("exit 1");
        assertThat(run("import", good, "--format", "docx"))
                .contains("\"docx\" stands for no known format")
                .endsWith("exit 2");
        assertThat(store).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            茂名.ttl        | -                | can name a source
            ledger.ttl     | -                | is reserved
            a.ttl          | ../../etc/passwd | A source name is
            a.ttl          | Upper            | A source name is
            """)
    void aSourceThatCannotBeNamedIsAUsageError(String name, String source, String message) throws Exception {
        var arguments = new ArrayList<>(List.of("import", write(name, "")));
        if (!source.equals("-")) {
            arguments.addAll(List.of("--source", source));
        }

        assertThat(run(arguments.toArray(String[]::new))).contains(message).endsWith("exit 2");
    }

    @Test
    void tokensAreShownWhenTheyAreMadeAndNeverAgain() throws Exception {
        assertThat(run("token", "list")).contains("There is no store").endsWith("exit 1");
        try (var server = serve()) {
            var created = run("token", "create", "--name", "office", "--role", "steward");
            var token = created.lines().findFirst().orElseThrow();
            var file = write("a.ttl", PREFIXES + "<area/2> a pg:County .");
            assertThat(token).matches("pg_[A-Za-z0-9_-]{43}");

            var said = new StringBuilder();
            said.append(run("token", "list"));
            said.append(run("import", file, "--token", token));
            said.append(run("history"));
            said.append(run("token", "revoke", "office"));
            var refused = run("import", file, "--token", token);
            said.append(refused).append(server.output()).append(Files.readString(store.resolve("audit.log")));

            assertThat(said.toString())
                    .contains("office  steward")
                    .contains("office  import")
                    .contains("is revoked\n")
                    .doesNotContain("pg_");
            assertThat(refused).contains("revoked").endsWith("exit 1");
            assertThat(run("token", "create", "--name", "release", "--role", "admin"))
                    .contains("reserved")
                    .endsWith("exit 2");
            assertThat(run("token", "create", "--name", "x", "--role", "king"))
                    .contains("steward, admin")
                    .endsWith("exit 2");
            assertThat(run("token", "revoke", "office")).endsWith("exit 1");
        }
    }

    private CommandLineProcess serve() throws Exception {
        var process = CommandLineProcess.start(home, "serve", "--port", "0", "--store", store.toString());
        process.awaitLine("pairgraph serves");
        return process;
    }

    private String run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store.toString()));
        return printed(all.toArray(String[]::new));
    }

    private static String printed(String... arguments) {
        var printed = new StringWriter();
        var out = new PrintWriter(printed, true);
        int code = Main.run(out, out, arguments);
        return printed + "exit " + code;
    }

    private String write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
