package org.pairgraph.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The things that a JSON-LD document describes side by side, in its {@code @graph} or in the array that it is, each as a
 * document of its own. The library that reads JSON-LD does not say where a mistake is; read one by one, they do.
 */
final class JsonLdNodes {
    /** Beyond so many, reading them one by one would take long. */
    private static final int MOST = 10_000;

    /** One of them, and where it begins. */
    record One(String document, Place place) {}

    private final String json;
    private final List<One> nodes = new ArrayList<>();
    private String context = "{}";

    private JsonLdNodes(String json) {
        this.json = json;
    }

    /** Those of a document that is JSON; none of one that describes a single thing. */
    static List<One> of(String json) throws IOException {
        var nodes = new JsonLdNodes(json);
        try (var parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                nodes.takeMembers(parser);
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                nodes.takeElements(parser);
            }
        }
        return nodes.nodes.stream()
                .map(node -> new One(nodes.alone(node.document()), node.place()))
                .toList();
    }

    private void takeMembers(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("@graph") && value == JsonToken.START_ARRAY) {
                takeElements(parser);
            } else if (name.equals("@context")) {
                context = text(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void takeElements(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var start = parser.currentTokenLocation();
            var element = text(parser);
            if (nodes.size() < MOST) {
                nodes.add(new One(element, place(json, start)));
            }
        }
    }

    /** What a value is written as; the parser is at its end then. */
    private String text(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        if (!parser.currentToken().isStructEnd()) {
            parser.getText();
        }
        return json.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private String alone(String node) {
        return "{\"@context\":" + context + ",\"@graph\":[" + node + "]}";
    }

    /** A place that Jackson names, with its column in code points. */
    static Place place(String json, JsonLocation at) {
        int offset = Math.clamp(at.getCharOffset(), 0, json.length());
        int lineStart = 1 + Math.max(json.lastIndexOf('\n', offset - 1), json.lastIndexOf('\r', offset - 1));
        return new Place(at.getLineNr(), 1 + json.codePointCount(lineStart, offset), Excerpt.of(json, offset));
    }
}
