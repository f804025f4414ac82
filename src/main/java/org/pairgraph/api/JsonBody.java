package org.pairgraph.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

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
        var object = object(bytes(ctx));
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
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw bad("is no JSON (line %d, column %d): send an object like {}, or nothing"
                    .formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Context ctx) {
        try {
            var bytes = ctx.bodyInputStream().readNBytes(BYTES_AT_MOST + 1);
            if (bytes.length > BYTES_AT_MOST) {
                throw ProblemException.of(
                        ProblemType.BODY_TOO_LARGE, "The body is larger than %d bytes".formatted(BYTES_AT_MOST));
            }
            return bytes;
        } catch (IOException e) {
            throw bad("broke off: send it again");
        }
    }
}
