package org.pairgraph.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.hasmac.jsonld.lang.Keywords;

/**
 * The names of members that no context explains: JSON-LD leaves them out, with all that stands under them, and says
 * nothing (JSON-LD 1.1 API §5.1).
 */
final class JsonLdNames {
    private static final int MOST = 1_000;
    /** With these any name may mean something. */
    private static final Set<String> OPEN = Set.of("@vocab", "@container", "@json", "@nest");

    private final Set<String> explained = new HashSet<>();
    private final Map<String, JsonLocation> used = new LinkedHashMap<>();
    private boolean isOpen;

    private JsonLdNames() {}

    /** Each with the place where it first stands. */
    static Map<String, JsonLocation> unexplained(String json) throws IOException {
        var names = new JsonLdNames();
        try (var parser = new JsonFactory().createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    names.use(parser);
                }
            }
        }
        names.used.keySet().removeAll(names.explained);
        return names.isOpen ? Map.of() : names.used;
    }

    private void use(JsonParser parser) throws IOException {
        var name = parser.currentName();
        isOpen |= OPEN.contains(name);
        if (name.equals("@context")) {
            explain(parser);
        } else if (name.indexOf(':') < 0 && !Keywords.contains(name) && used.size() < MOST) {
            used.putIfAbsent(name, parser.currentTokenLocation());
        }
    }

    /** Takes every name within a context for one that it explains. */
    private void explain(JsonParser parser) throws IOException {
        int depth = 0;
        do {
            var token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.FIELD_NAME) {
                explained.add(parser.currentName());
            }
            isOpen |= !token.isStructStart() && !token.isStructEnd() && OPEN.contains(parser.getText());
        } while (depth > 0);
    }
}
