package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code query} as a person at a terminal meets it: the same with a server and without. */
class QueryCommandTest {
    private static final int COUNTIES = 60;
    private static final String PAIRS = "SELECT ?a ?b { ?a a pg:County . ?b a pg:County }";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void aHomeWithCounties() throws IOException {
        home = SmallHome.in(folder.resolve("home"));
        Files.writeString(
                SmallHome.source(home),
                IntStream.range(0, COUNTIES)
                        .mapToObj("<area/%d> a pg:County ; rdfs:label \"County %<d\"@en .\n"::formatted)
                        .collect(Collectors.joining("", """
                                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                                <area/450225> a pg:County ; rdfs:label "融水苗族自治县"@zh-Hans .
                                """, "")));
    }

    @Test
    void aPartyIsFoundByItsNameAtEachRevision() throws Exception {
        var query = file("SELECT ?party ?score { (?party ?score) pg:matches (\"rongshui\" 5) }");
        run(0, "query", query);
        var more = Files.writeString(
                folder.resolve("more.ttl"),
                "<https://w3id.org/pairgraph/id/area/9> a <https://w3id.org/pairgraph/ontology#County> ;"
                        + " <http://www.w3.org/2000/01/rdf-schema#label> \"融水\"@zh-Hans .");
        run(0, "import", more.toString());

        assertThat(rows(query, "--revision", "1")).singleElement().asString().contains("area/450225,");
        assertThat(rows(query)).hasSize(2).anyMatch(row -> row.contains("area/9,"));
        var alone = rows(query);
        try (var server = serve()) {
            assertThat(rows(query)).isEqualTo(alone);
            assertThat(server.output()).contains("pairgraph serves");
        }
    }

    @Test
    void aTableIsHeldWithinTheMemoryOfAQueryAndRowsThatPassAreNot() throws Exception {
        var settings = settings("query.memory = 512 KiB");
        var query = file(PAIRS);

        assertThat(run(1, "query", query, "--config", settings)).contains("would hold more than");
        assertThat(rows(query, "--config", settings)).hasSize((COUNTIES + 1) * (COUNTIES + 1));
        assertThat(run(
                        1,
                        "query",
                        file("CONSTRUCT { ?a pg:within ?b } { ?a a pg:County . ?b a pg:County }"),
                        "--config",
                        settings))
                .contains("would hold more than");
    }

    @Test
    void whatIsKeptOfAServersAnswerIsHeldWithinThatMemoryToo() throws Exception {
        var settings = settings("query.memory = 512 KiB");
        var query = file(PAIRS);
        run(0, "query", query, "--format", "csv");

        try (var server = serve()) {
            assertThat(run(1, "query", query, "--config", settings)).contains("take --format csv or json");
            assertThat(run(
                            1,
                            "query",
                            file("CONSTRUCT { ?a pg:within ?b } { ?a a pg:County . ?b a pg:County }"),
                            "--config",
                            settings))
                    .contains("more memory than this command may");
            assertThat(rows(query, "--config", settings)).hasSize((COUNTIES + 1) * (COUNTIES + 1));
            assertThat(server.output()).contains("pairgraph serves");
        }
    }

    @Test
    void anAnswerThatWasCutSaysSoAndIsNoSuccess() throws Exception {
        var settings = settings("query.rows = 3");
        var graph = file("CONSTRUCT { ?a a pg:Area } { ?a a pg:County }");
        var rows = file(PAIRS);

        var alone = List.of(
                run(1, "query", rows, "--config", settings),
                run(1, "query", rows, "--config", settings, "--format", "csv"),
                run(1, "query", graph, "--config", settings));
        try (var server = serve("--config", settings)) {
            assertThat(run(1, "query", rows)).isEqualTo(withoutFilling(alone.get(0)));
            assertThat(run(1, "query", rows, "--format", "csv")).isEqualTo(alone.get(1));
            assertThat(run(1, "query", graph)).contains("more rows than one may have");
            assertThat(run(0, "query", file("ASK { ?a a pg:County }"))).isEqualTo("true\n");
            assertThat(server.output()).contains("pairgraph serves");
        }
        assertThat(alone).allSatisfy(answer -> assertThat(answer).contains("more rows than one may have"));
        assertThat(alone.get(1).lines()).hasSize(5);
    }

    @Test
    void whatTheEndpointRefusesIsRefusedHereToo() throws Exception {
        for (var query : List.of(
                "SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
                "SELECT * { LET (?x := 1) }",
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
                "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
                "SELECT * { ?s ?p \"unended }")) {
            int exitCode = query.contains("LET") || query.contains("unended") ? 2 : 1;
            assertThat(run(exitCode, "query", file(query))).as(query).doesNotContain("Unexpected failure");
        }
    }

    @Test
    void anIriWithoutABeginningIsBelowOurs() throws Exception {
        assertThat(rows(file("SELECT ?name { <area/7> rdfs:label ?name }"))).containsExactly("County 7");
    }

    private CommandLineProcess serve(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--store", store()));
        arguments.addAll(List.of(more));
        var server = CommandLineProcess.start(home, arguments.toArray(String[]::new));
        server.awaitLine("pairgraph serves");
        return server;
    }

    /** The rows of a query as CSV, without the header and what is said while the store is filled. */
    private List<String> rows(String query, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("query", query, "--format", "csv"));
        arguments.addAll(List.of(more));
        var lines = run(0, arguments.toArray(String[]::new))
                .lines()
                .filter(line -> !line.startsWith("Filling") && !line.startsWith("Revision"))
                .toList();
        return lines.subList(1, lines.size());
    }

    private String run(int exitCode, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store()));
        try (var process = CommandLineProcess.start(home, all.toArray(String[]::new))) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(exitCode);
            return process.output();
        }
    }

    private static String withoutFilling(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("Filling") && !line.startsWith("Revision"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String file(String query) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "query", ".rq"), """
                PREFIX pg: <https://w3id.org/pairgraph/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                """ + query)
                .toString();
    }

    private String settings(String line) throws IOException {
        return Files.writeString(folder.resolve("settings"), line + "\n").toString();
    }

    private String store() {
        return folder.resolve("store").toString();
    }
}
