package org.pairgraph.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What {@code openapi.yaml} says: operations with their parameters, bodies and answers, references followed. */
final class DescribedApi {
    private static final String LOCATION = "https://w3id.org/pairgraph/openapi";

    private final JsonNode description;
    private final JsonSchemaFactory schemas;

    private DescribedApi(JsonNode description) {
        this.description = description;
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, description.toString()))));
    }

    static DescribedApi read() throws IOException {
        return new DescribedApi(new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(Path.of("src/main/resources/openapi.yaml"))));
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : description.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operations.add(
                        new Operation(path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue()));
            }
        }
        return operations;
    }

    /** One way to ask for a route. */
    final class Operation {
        private final String path;
        private final String method;
        private final JsonNode described;

        private Operation(String path, String method, JsonNode described) {
            this.path = path;
            this.method = method;
            this.described = described;
        }

        String id() {
            return described.path("operationId").asText();
        }

        String path() {
            return path;
        }

        String method() {
            return method;
        }

        /** Those in the path or in the query. */
        List<JsonNode> parameters(String in) {
            return StreamSupport.stream(described.path("parameters").spliterator(), false)
                    .map(DescribedApi.this::resolved)
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .toList();
        }

        boolean needsBody() {
            return described.at("/requestBody/required").asBoolean();
        }

        /** The first media type of its body that has an example, with it. */
        Optional<Map.Entry<String, JsonNode>> body() {
            return described.at("/requestBody/content").properties().stream()
                    .map(content -> Map.entry(content.getKey(), example(content.getValue())))
                    .filter(content -> !content.getValue().isMissingNode())
                    .findFirst();
        }

        Set<String> statuses() {
            return described.path("responses").properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        /** By media type, what an answer of a status holds. */
        Set<Map.Entry<String, JsonNode>> contents(String status) {
            return resolved(described.path("responses").path(status))
                    .path("content")
                    .properties();
        }

        /** What is wrong with an answer. */
        Set<ValidationMessage> violations(String status, String type, JsonNode answer) {
            var response = "/paths/" + escaped(path) + "/" + method.toLowerCase(Locale.ROOT) + "/responses/" + status;
            var ref = description.at(response + "/$ref").asText();
            var schema = (ref.isEmpty() ? response : ref.substring(1)) + "/content/" + escaped(type) + "/schema";
            return schemas.getSchema(SchemaLocation.of(
                            LOCATION + "#" + schema.replace("{", "%7B").replace("}", "%7D")))
                    .validate(answer);
        }
    }

    /** The example of a content, or the first of several. */
    static JsonNode example(JsonNode content) {
        return content.has("example")
                ? content.path("example")
                : content.path("examples").properties().stream()
                        .findFirst()
                        .map(first -> first.getValue().path("value"))
                        .orElse(content.path("example"));
    }

    private JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : description.at(ref.substring(1));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
