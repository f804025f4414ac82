package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.UpdateExecutionException;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that others wrote ask the endpoint. {@code ./verify} has those that are not Java; without it, what is not
 * installed is left out.
 */
@ExtendWith(ShippedServer.class)
class ClientsTest {
    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final SimpleValueFactory VALUES = SimpleValueFactory.getInstance();
    private static final String PREFIXES = """
            PREFIX pg: <https://w3id.org/pairgraph/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            BASE <https://w3id.org/pairgraph/id/>
            """;
    private static final String RONGSHUI = "https://w3id.org/pairgraph/id/area/450225";

    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    @Test
    void rdf4jAsksForRowsAndAnswers() {
        withRdf4j(connection -> {
            var rows = QueryResults.asList(connection
                    .prepareTupleQuery(PREFIXES + "SELECT ?s { ?s rdfs:label \"融水苗族自治县\"@zh-Hans }")
                    .evaluate());
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().getValue("s")).isEqualTo(VALUES.createIRI(RONGSHUI));

            assertThat(connection
                            .prepareBooleanQuery(PREFIXES + "ASK { <area/450225> a pg:County }")
                            .evaluate())
                    .isTrue();
            assertThat(connection
                            .prepareBooleanQuery(PREFIXES + "ASK { <area/450225> pg:matches \"rongshui\" }")
                            .evaluate())
                    .isTrue();
            return null;
        });
    }

    @Test
    void rdf4jAsksForGraphsAndStatements() {
        withRdf4j(connection -> {
            var described = QueryResults.asModel(connection
                    .prepareGraphQuery(PREFIXES + "DESCRIBE <area/450225>")
                    .evaluate());
            assertThat(described.filter(VALUES.createIRI(RONGSHUI), RDFS.LABEL, null).objects().stream()
                            .map(Value::stringValue))
                    .containsExactlyInAnyOrder("融水苗族自治县", "Rongshui Miao Autonomous County");

            var constructed = QueryResults.asList(connection
                    .prepareGraphQuery(
                            PREFIXES + "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a pg:Province ; rdfs:label ?l }")
                    .evaluate());
            assertThat(constructed.stream().map(Statement::getObject).map(Value::stringValue))
                    .containsExactlyInAnyOrder(
                            "广东省",
                            "Guangdong Province",
                            "广西壮族自治区",
                            "Guangxi Zhuang Autonomous Region",
                            "贵州省",
                            "Guizhou Province");

            assertThat(connection.hasStatement(VALUES.createIRI(RONGSHUI), RDFS.LABEL, null, false))
                    .isTrue();
            assertThat(QueryResults.asList(
                            connection.getStatements(VALUES.createIRI(RONGSHUI), RDFS.LABEL, null, false)))
                    .hasSize(2);
            assertThat(QueryResults.asList(connection.getContextIDs()).stream().map(Value::stringValue))
                    .containsExactlyInAnyOrderElementsOf(currentGraphs());
            return null;
        });
    }

    private static List<String> currentGraphs() {
        try {
            var graphs = new ArrayList<String>();
            server.json("/api/v1/sources")
                    .path("items")
                    .forEach(source -> graphs.add(source.at("/current/graph").asText()));
            graphs.add("https://w3id.org/pairgraph/graph/ledger");
            graphs.add("https://w3id.org/pairgraph/graph/derived");
            return graphs;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rdf4jChoosesGraphsOfTheStore() {
        withRdf4j(connection -> {
            var labels = connection.prepareTupleQuery(PREFIXES + "SELECT ?l { <area/450225> rdfs:label ?l }");
            var dataset = new SimpleDataset();
            dataset.addDefaultGraph(VALUES.createIRI("https://w3id.org/pairgraph/graph/register/1"));
            labels.setDataset(dataset);
            assertThat(QueryResults.asList(labels.evaluate())).isEmpty();

            dataset.addDefaultGraph(VALUES.createIRI("https://w3id.org/pairgraph/graph/places/1"));
            labels.setDataset(dataset);
            assertThat(QueryResults.asList(labels.evaluate())).hasSize(2);
            return null;
        });
    }

    /**
     * RDF4J knows a malformed query only by the words of its own servers ("MALFORMED QUERY: …"), so that it cannot throw
     * its MalformedQueryException here; what it throws says our problem, word for word.
     */
    @Test
    void rdf4jIsToldWhatIsWrong() {
        withRdf4j(connection -> {
            var malformed = catchThrowableOfType(
                    QueryEvaluationException.class,
                    () -> connection.prepareTupleQuery("SELECT * {\n ?s ?p").evaluate());
            var update = catchThrowableOfType(
                    UpdateExecutionException.class,
                    () -> connection.prepareUpdate("DELETE WHERE { ?s ?p ?o }").execute());

            assertThat(problem(malformed).path("type").asText()).endsWith("problems#malformed-query");
            assertThat(problem(malformed).path("line").asInt()).isEqualTo(2);
            assertThat(problem(malformed).path("column").asInt()).isEqualTo(6);
            assertThat(problem(update).path("type").asText()).endsWith("problems#no-update");
            assertThat(problem(update).path("detail").asText()).contains("/api/v1/imports/plans");
            return null;
        });
    }

    private static JsonNode problem(Exception thrown) {
        try {
            return new ObjectMapper().readTree(thrown.getMessage());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No problem: " + thrown.getMessage(), e);
        }
    }

    @Test
    void sparqlWrapperAndRdflibUnderstandEveryAnswer() throws Exception {
        var python = List.of("/usr/bin/python3", "python3").stream()
                .filter(candidate -> new File(candidate).exists() || !candidate.startsWith("/"))
                .filter(candidate ->
                        run(candidate, "-c", "import SPARQLWrapper, rdflib").isEmpty())
                .findFirst();
        assumeTrue(python.isPresent(), "python3-sparqlwrapper is not installed");

        assertThat(run(python.orElseThrow(), CLIENTS.resolve("sparqlwrapper.py").toString(), endpoint()))
                .isEmpty();
    }

    @Test
    void comunicaUnderstandsEveryAnswer() {
        assumeTrue(Files.isDirectory(CLIENTS.resolve("node_modules")), "src/test/clients/install was not run");

        assertThat(run("node", CLIENTS.resolve("comunica.mjs").toString(), endpoint()))
                .isEmpty();
    }

    @Test
    void curlUnderstandsEveryAnswer() {
        assumeTrue(run("curl", "--version").isEmpty(), "curl is not installed");
        var query = "query=" + PREFIXES + "ASK { ?s rdfs:label \"融水苗族自治县\"@zh-Hans }";

        assertThat(run("curl", "-sS", "--fail", "-o", nowhere(), endpoint(), "--data-urlencode", query))
                .isEmpty();
        assertThat(run("curl", "-sS", "--fail", "-o", nowhere(), endpoint(), "--get", "--data-urlencode", query))
                .isEmpty();
        assertThat(run("curl", "-sS", "--fail", "-o", nowhere(), endpoint(), "--compressed", "--data-urlencode", query))
                .isEmpty();
        assertThat(run("curl", "-sS", "--fail", endpoint(), "--data-urlencode", "query=SELECT"))
                .isPresent();
    }

    private static String nowhere() {
        return folder.resolve("curl.txt").toString();
    }

    private static String endpoint() {
        return server.url() + "/sparql";
    }

    private static void withRdf4j(Function<RepositoryConnection, Void> work) {
        var repository = new SPARQLRepository(endpoint());
        try (var connection = repository.getConnection()) {
            work.apply(connection);
        } finally {
            repository.shutDown();
        }
    }

    /** Runs a program; none when it ends well, else what it said. */
    private static Optional<String> run(String... command) {
        try {
            var output = Files.createTempFile(folder, "client", ".txt");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return Optional.of("It did not end");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }
}
