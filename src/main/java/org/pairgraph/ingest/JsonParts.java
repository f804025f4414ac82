package org.pairgraph.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where the members of an object and the elements of an array stand in a text that is JSON. */
final class JsonParts {
    /**
     * One of them.
     *
     * @param name of a member; empty for an element
     * @param at where it begins, with its name
     * @param from where its value begins
     * @param to where its value ends
     */
    record Part(String name, int at, int from, int to) {
        String value(String json) {
            return json.substring(from, to);
        }
    }

    private final String json;
    private final int offset;
    private final List<Part> parts = new ArrayList<>();

    private JsonParts(String json, int offset) {
        this.json = json;
        this.offset = offset;
    }

    /** The parts of the object or array between two positions; none of anything else. */
    static List<Part> of(String json, int from, int to) throws IOException {
        var own = new JsonParts(json.substring(from, to), from);
        own.read();
        return own.parts;
    }

    /** Where the text begins behind white space. */
    static int beginning(String json) {
        int from = 0;
        while (Character.isWhitespace(json.charAt(from))) {
            from++;
        }
        return from;
    }

    private void read() throws IOException {
        try (var parser = new JsonFactory().createParser(json)) {
            if (!parser.nextToken().isStructStart()) {
                return;
            }
            while (!parser.nextToken().isStructEnd()) {
                int at = start(parser);
                var name = "";
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                    parser.nextToken();
                }
                int from = start(parser);
                parts.add(new Part(name, at, from, end(parser)));
            }
        }
    }

    private int start(JsonParser parser) {
        return offset + (int) parser.currentTokenLocation().getCharOffset();
    }

    private int end(JsonParser parser) throws IOException {
        parser.skipChildren();
        if (!parser.currentToken().isStructEnd()) {
            parser.getText();
        }
        return offset + (int) parser.currentLocation().getCharOffset();
    }
}
