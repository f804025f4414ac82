package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pairgraph.access.Access;
import org.pairgraph.claims.PassageTexts;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.Importer;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.sparql.QueryLimits;
import org.pairgraph.store.PairStore;

/** {@code openapi.yaml} says what the server does, and nothing else. */
class OpenApiTest {
    private static final String LOCATION = "https://w3id.org/pairgraph/openapi";
    private static final Pattern PARAMETERS_IN_PATHS = Pattern.compile("[<{](\\w+)[>}]");

    @TempDir
    private static Path folder;

    private static ServedHome server;
    private static JsonNode description;
    private static JsonSchemaFactory schemas;

    @BeforeAll
    static void read() throws IOException {
        description = new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(Path.of("src/main/resources/openapi.yaml")));
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, description.toString()))));
        server = ServedHome.shipped(folder, "name", """
                # title: The classes
                # title-zh: 类
                # question: Which classes are there?
                # question-zh: 有哪些类？
                # group: quality
                # result: a class; by class
                SELECT DISTINCT ?class { ?class a <http://www.w3.org/2002/07/owl#Class> } ORDER BY ?class
                """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasItsRoute(@TempDir Path empty) {
        var described = new TreeSet<String>();
        for (var path : description.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }

        assertThat(routes(empty)).isEqualTo(described);
    }

    @Test
    void everyParameterIsDescribedAndEveryDescriptionIsTaken() throws Exception {
        for (var path : description.path("paths").properties()) {
            if (!path.getKey().startsWith("/api/")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                var described = new TreeSet<String>();
                parameters(operation.getValue()).stream()
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .forEach(parameter ->
                                described.add(parameter.path("name").asText()));

                var refusal = ServedHome.parsed(server.send(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().replaceAll("[{}]", "") + "?no-such-parameter=1",
                        "Authorization",
                        "Bearer " + server.token()));

                assertThat(refusal.path("detail").asText())
                        .as(path.getKey())
                        .endsWith("it takes: " + (described.isEmpty() ? "none" : String.join(", ", described)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            /health/live                                           | /health/live
            /health/ready                                          | /health/ready
            /api/v1/parties?limit=500                              | /api/v1/parties
            /api/v1/parties/area/450225                            | /api/v1/parties/{id}
            /api/v1/parties/area/450200                            | /api/v1/parties/{id}
            /api/v1/parties/group/440800-hospital-4                | /api/v1/parties/{id}
            /api/v1/parties/school/440881-anpu-zhongxue            | /api/v1/parties/{id}
            /api/v1/pairings?limit=500                             | /api/v1/pairings
            /api/v1/pairings/pairing/city/440800-450200            | /api/v1/pairings/{id}
            /api/v1/observations?limit=500                         | /api/v1/observations
            /api/v1/indicators                                     | /api/v1/indicators
            /api/v1/evidence/evidence/42be7f114c717920/37-51       | /api/v1/evidence/{id}
            /api/v1/things/programme/zhanjiang-liuzhou             | /api/v1/things/{id}
            /api/v1/things/evidence/42be7f114c717920/37-51         | /api/v1/things/{id}
            /api/v1/things/https%3A%2F%2Fw3id.org%2Fpairgraph%2Fontology%23County | /api/v1/things/{id}
            /api/v1/things/https%3A%2F%2Fw3id.org%2Fpairgraph%2Fcode%2Fcounty | /api/v1/things/{id}
            /api/v1/things/nowhere                                 | /api/v1/things/{id}
            /api/v1/terms                                          | /api/v1/terms
            /api/v1/saved-queries                                  | /api/v1/saved-queries
            /api/v1/saved-queries/nowhere                          | /api/v1/saved-queries/{name}
            /api/v1/citations/nowhere                              | /api/v1/citations/{id}
            /data/dumps                                            | /data/dumps
            /api/v1/conversions                                    | /api/v1/conversions
            /api/v1/session                                        | /api/v1/session
            /api/v1/disagreements?limit=500                        | /api/v1/disagreements
            /api/v1/coverage                                       | /api/v1/coverage
            /api/v1/queries                                        | /api/v1/queries
            /api/v1/queries/name                                   | /api/v1/queries/{name}
            /api/v1/queries/nowhere                                | /api/v1/queries/{name}
            /api/v1/evidence/nowhere                               | /api/v1/evidence/{id}
            /api/v1/parties?q=rsx                                  | /api/v1/parties
            /api/v1/parties?q=gongyeyuan&class=Site                | /api/v1/parties
            /api/v1/walk?from=area/450225&depth=3&through=places   | /api/v1/walk
            /api/v1/walk?from=area/440100&limit=3                  | /api/v1/walk
            /api/v1/walk?from=nowhere                              | /api/v1/walk
            /api/v1/walk?from=area/450225&depth=99                 | /api/v1/walk
            /api/v1/walk/reach?from=area/450225&depth=3&through=places | /api/v1/walk/reach
            /api/v1/walk/reach?from=nowhere                        | /api/v1/walk/reach
            /api/v1/walk/counts?from=area/450000                   | /api/v1/walk/counts
            /api/v1/walk/counts?from=area/450225                   | /api/v1/walk/counts
            /api/v1/paths?from=area/440800&to=area/450225&through=places | /api/v1/paths
            /api/v1/paths?from=area/440800&to=area/450225          | /api/v1/paths
            /api/v1/rollup?level=province                          | /api/v1/rollup
            /api/v1/rollup?level=city                              | /api/v1/rollup
            /api/v1/rollup?level=county&at=2020-01-01              | /api/v1/rollup
            /api/v1/export/network?format=json&through=places      | /api/v1/export/network
            /api/v1/sources                                        | /api/v1/sources
            /api/v1/sources/places                                 | /api/v1/sources/{name}
            /api/v1/sources/places/versions/1                      | /api/v1/sources/{name}/versions/{version}
            /api/v1/sources/places/versions/2                      | /api/v1/sources/{name}/versions/{version}
            /api/v1/revisions                                      | /api/v1/revisions
            /api/v1/imports/plans/nowhere                          | /api/v1/imports/plans/{id}
            /api/v1/parties?class=x                                | /api/v1/parties
            /api/v1/parties/nowhere                                | /api/v1/parties/{id}
            """)
    void answersAreWhatTheirSchemasSay(String path, String described) throws Exception {
        var answer = server.get(path);

        assertThat(violations(described, answer)).as(answer.body()).isEmpty();
    }

    @Test
    void everyPageIsWhatItsSchemaSays() throws Exception {
        for (var route : List.of("parties", "pairings", "observations")) {
            for (var item : server.json("/api/v1/" + route + "?limit=500").path("items")) {
                var answer =
                        server.get("/api/v1/" + route + "/" + item.path("id").asText());
                assertThat(violations("/api/v1/" + route + "/{id}", answer))
                        .as(answer.body())
                        .isEmpty();
            }
        }
    }

    @Test
    void anAnswerWithAnotherFieldWouldBeNoticed() throws Exception {
        var schema = schema("/components/schemas/Label");

        assertThat(schema.validate(new ObjectMapper().readTree("{\"zh\":\"广州\",\"fr\":\"Canton\"}")))
                .isNotEmpty();
        assertThat(schema.validate(new ObjectMapper().readTree("{\"zh\":1}"))).isNotEmpty();
    }

    @Test
    void examplesAreWhatTheirSchemasSay() {
        var paths = new ArrayList<String>();
        description.path("paths").properties().forEach(path -> {
            var content = "/paths/" + escaped(path.getKey()) + "/get/responses/200/content/application~1json";
            var example = description.at(content + "/example");
            if (!example.isMissingNode()) {
                paths.add(path.getKey());
                assertThat(schema(content + "/schema").validate(example))
                        .as(path.getKey())
                        .isEmpty();
            }
        });
        assertThat(paths).contains("/api/v1/pairings/{id}");
    }

    @Test
    void theServerHandsOutItsDescription() throws Exception {
        var answer = server.get("/openapi.yaml");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(answer.body()).isEqualTo(Files.readString(Path.of("src/main/resources/openapi.yaml")));
    }

    private static Set<ValidationMessage> violations(String described, HttpResponse<String> answer) throws IOException {
        return violations(described, "get", answer);
    }

    private static Set<ValidationMessage> violations(String described, String method, HttpResponse<String> answer)
            throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElseThrow();
        var response = "/paths/" + escaped(described) + "/" + method + "/responses/" + answer.statusCode();
        var ref = description.at(response + "/$ref").asText();
        var content = (ref.isEmpty() ? response : ref.substring(1)) + "/content/" + escaped(type);
        assertThat(description.at(content).isMissingNode()).as(content).isFalse();
        return schema(content + "/schema").validate(ServedHome.parsed(answer));
    }

    private static JsonSchema schema(String pointer) {
        return schemas.getSchema(
                SchemaLocation.of(LOCATION + "#" + pointer.replace("{", "%7B").replace("}", "%7D")));
    }

    private static List<JsonNode> parameters(JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        operation.path("parameters").forEach(parameter -> {
            var ref = parameter.path("$ref").asText();
            parameters.add(ref.isEmpty() ? parameter : description.at(ref.substring(1)));
        });
        return parameters;
    }

    private static TreeSet<String> routes(Path empty) {
        var routes = new TreeSet<>(Endpoint.ROUTES);
        try (var store = PairStore.open(empty.resolve("store"))) {
            var javalin = Javalin.create(config -> new Api(
                            store,
                            QueryCatalogue.empty(),
                            new GuardedQueries(QueryLimits.ofThisMachine()),
                            PassageTexts.NONE,
                            OperatorMap.NONE,
                            new Importer(store, new Bundle(Path.of(""))),
                            new Access(empty),
                            new Indexes(store),
                            false)
                    .mount(config));
            javalin.unsafe.internalRouter.allHttpHandlers().forEach(handler -> {
                var method = handler.endpoint.method.name();
                if (List.of("GET", "POST", "PUT", "DELETE").contains(method)) {
                    routes.add(method + " "
                            + PARAMETERS_IN_PATHS.matcher(handler.endpoint.path).replaceAll("{$1}"));
                }
            });
        }
        return routes;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
