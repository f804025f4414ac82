package org.pairgraph.ingest;

import com.fasterxml.jackson.core.JsonLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pairgraph.ingest.JsonParts.Part;

/**
 * The things that a JSON-LD document describes side by side, in its {@code @graph} or in the array that it is, each as a
 * document of its own. The library that reads JSON-LD does not say where a mistake is; read one by one, they do.
 */
final class JsonLdNodes {
    /** Beyond so many, reading them one by one would take long. */
    private static final int MOST = 10_000;

    /**
     * One of them.
     *
     * @param document that describes it alone
     * @param context of the whole document
     * @param from where it begins
     * @param to where it ends
     */
    record One(String document, String context, int from, int to, Place place) {}

    private final String json;
    private final List<Part> elements = new ArrayList<>();
    private String context = "{}";

    private JsonLdNodes(String json) {
        this.json = json;
    }

    /** Those of a document that is JSON; none of one that describes a single thing. */
    static List<One> of(String json) throws IOException {
        var nodes = new JsonLdNodes(json);
        int from = JsonParts.beginning(json);
        if (json.charAt(from) == '{') {
            nodes.takeMembers(from);
        } else if (json.charAt(from) == '[') {
            nodes.elements.addAll(JsonParts.of(json, from, json.length()));
        }
        var lines = new Lines(json);
        return nodes.elements.stream()
                .limit(MOST)
                .map(element -> nodes.one(element, lines.place(element.from())))
                .toList();
    }

    private void takeMembers(int from) throws IOException {
        for (var member : JsonParts.of(json, from, json.length())) {
            if (member.name().equals("@graph") && json.charAt(member.from()) == '[') {
                elements.addAll(JsonParts.of(json, member.from(), member.to()));
            } else if (member.name().equals("@context")) {
                context = member.value(json);
            }
        }
    }

    private One one(Part element, Place place) {
        return new One(alone(element.value(json)), context, element.from(), element.to(), place);
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

    /** The place of a position. */
    static Place place(String json, int offset) {
        return new Lines(json).place(offset);
    }

    /** Counts the lines of a text on the way from one position to the next. */
    private static final class Lines {
        private final String json;
        private long line = 1;
        private int lineStart;
        private int position;

        Lines(String json) {
            this.json = json;
        }

        /** The place of a position that is not before the last one. */
        Place place(int offset) {
            for (; position < offset; position++) {
                char c = json.charAt(position);
                if (c == '\n' || c == '\r' && json.charAt(position + 1) != '\n') {
                    line++;
                    lineStart = position + 1;
                }
            }
            return new Place(line, 1 + json.codePointCount(lineStart, offset), Excerpt.of(json, offset));
        }
    }
}
