package org.pairgraph.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.pairgraph.sparql.NamedQuery.Bilingual;

/** A small JSON object that a request may bring: only members that the route knows, each of its type. */
final class JsonBody {
    private static final int BYTES_AT_MOST = 64 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    /** The body of a request; without one, an object without members. */
    static JsonBody of(Context ctx, Set<String> known) {
        return of(ctx, known, BYTES_AT_MOST);
    }

    /** @param most bytes */
    static JsonBody of(Context ctx, Set<String> known, int most) {
        var object = object(bytes(ctx, most));
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw bad("has no member \"%s\" here; it takes: %s"
                        .formatted(Parameters.shown(name), String.join(", ", new TreeSet<>(known))));
            }
        });
        return new JsonBody(object);
    }

    /** A whole number from {@code least}. */
    OptionalLong number(String name, long least) {
        var value = object.path(name);
        if (value.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least) {
            throw bad("takes a whole number from %d as \"%s\", not %s"
                    .formatted(least, name, Parameters.shown(value.toString())));
        }
        return OptionalLong.of(value.asLong());
    }

    /** A whole number from {@code least} that an {@code int} holds. */
    OptionalInt smallNumber(String name, int least) {
        var number = number(name, least);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        if (number.getAsLong() > Integer.MAX_VALUE) {
            throw bad("takes a whole number from %d to %d as \"%s\", not %d"
                    .formatted(least, Integer.MAX_VALUE, name, number.getAsLong()));
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    /** A member of whatever type; none when it is not there. */
    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(object.get(name));
    }

    /** A text that must be there. */
    String text(String name) {
        return find(name)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseThrow(() -> bad("needs a text as \"%s\"".formatted(name)));
    }

    /** The same words in both languages, which must be there: {@code {"zh", "en"}}. */
    Bilingual bilingual(String name) {
        var words = find(name).orElseThrow(() -> bad("needs words as \"%s\": {\"zh\", \"en\"}".formatted(name)));
        if (!words.path("zh").isTextual() || !words.path("en").isTextual() || words.size() != 2) {
            throw bad("needs {\"zh\", \"en\"} as \"%s\", both texts".formatted(name));
        }
        return new Bilingual(words.path("zh").asText(), words.path("en").asText());
    }

    /** Whether it says {@code true}. */
    boolean isTrue(String name) {
        var value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw bad("takes true or false as \"%s\", not %s".formatted(name, Parameters.shown(value.toString())));
        }
        return value.asBoolean();
    }

    static ProblemException bad(String why) {
        return ProblemException.of(ProblemType.BAD_REQUEST, "The body " + why);
    }

    private static JsonNode object(byte[] bytes) {
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            return Optional.of(JSON.readTree(bytes))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> bad("is no JSON object: send {} or nothing"));
        } catch (StreamConstraintsException e) {
            throw bad("is nested too deeply, or has a name or a number that is too long: send a plain object");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw bad("is no JSON (line %d, column %d): send an object like {}, or nothing"
                    .formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Context ctx, int most) {
        try {
            var bytes = ctx.bodyInputStream().readNBytes(most + 1);
            if (bytes.length > most) {
                throw ProblemException.of(
                        ProblemType.BODY_TOO_LARGE, "The body is larger than %d bytes".formatted(most));
            }
            return bytes;
        } catch (IOException e) {
            throw bad("broke off: send it again");
        }
    }
}
