package org.pairgraph.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pairgraph.api.OperatorMap;

/**
 * The operator's map, read and checked once: GeoJSON (RFC 7946) of lines and polygons, of bounded size, with a member
 * {@code approval} that says under which approval it may be shown.
 */
final class MapFile {
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_POSITIONS = 500_000;
    private static final int LONGEST_APPROVAL = 200;
    private static final double MOST_LONG = 180;
    private static final double MOST_LAT = 90;

    /** How deep the positions lie in the coordinates of each type. */
    private static final Map<String, Integer> DEPTHS =
            Map.of("LineString", 1, "MultiLineString", 2, "Polygon", 2, "MultiPolygon", 3);

    private final Path file;
    private int positions;

    private MapFile(Path file) {
        this.file = file;
    }

    /** @throws StartException if the file cannot be read or is no such map */
    static OperatorMap read(Path file) {
        return new MapFile(file).read();
    }

    private OperatorMap read() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused("it has more than %d MiB: simplify its lines".formatted(MOST_BYTES >> 20), null);
            }
            var bytes = Files.readAllBytes(file);
            check(new ObjectMapper().readTree(bytes));
            return new OperatorMap(Optional.of(bytes));
        } catch (JsonProcessingException e) {
            var place = Optional.ofNullable(e.getLocation())
                    .map(at -> " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()))
                    .orElse("");
            throw refused("it is not JSON in UTF-8: " + e.getOriginalMessage() + place, e);
        } catch (IOException e) {
            throw refused("it cannot be read: " + e.getMessage(), e);
        }
    }

    private void check(JsonNode map) {
        var approval = map.path("approval");
        if (!approval.isTextual()
                || approval.asText().isBlank()
                || approval.asText().length() > LONGEST_APPROVAL) {
            throw refused(
                    "it does not say its approval: add a member at the top, like \"approval\": \"审图号：GS(2024)0650号\", of at most %d characters"
                            .formatted(LONGEST_APPROVAL),
                    null);
        }
        if (map.has("crs") && !map.path("crs").toString().contains("CRS84")) {
            throw refused("it has a \"crs\" of its own: write its coordinates in WGS 84, as RFC 7946 asks", null);
        }
        switch (map.path("type").asText()) {
            case "FeatureCollection" -> map.path("features").forEach(this::feature);
            case "Feature" -> feature(map);
            default -> geometry(map);
        }
        if (positions == 0) {
            throw refused("it has no line and no polygon", null);
        }
    }

    private void feature(JsonNode feature) {
        var geometry = feature.path("geometry");
        if (!geometry.isNull()) {
            geometry(geometry);
        }
    }

    private void geometry(JsonNode geometry) {
        var type = geometry.path("type").asText();
        if (type.equals("GeometryCollection")) {
            geometry.path("geometries").forEach(this::geometry);
            return;
        }
        var depth = DEPTHS.get(type);
        if (depth == null) {
            throw refused(
                    "it has a geometry of the type \"%s\": it may have LineString, MultiLineString, Polygon and MultiPolygon"
                            .formatted(type),
                    null);
        }
        coordinates(geometry.path("coordinates"), depth);
    }

    private void coordinates(JsonNode coordinates, int depth) {
        if (!coordinates.isArray()) {
            throw refused("coordinates are lists of positions, not " + shown(coordinates), null);
        }
        if (depth > 0) {
            coordinates.forEach(part -> coordinates(part, depth - 1));
            return;
        }
        if (!isPlace(coordinates)) {
            throw refused(
                    "%s is no position: GeoJSON writes [longitude, latitude] in degrees".formatted(shown(coordinates)),
                    null);
        }
        if (++positions > MOST_POSITIONS) {
            throw refused("it has more than %,d positions: simplify its lines".formatted(MOST_POSITIONS), null);
        }
    }

    private static boolean isPlace(JsonNode position) {
        return position.path(0).isNumber()
                && position.path(1).isNumber()
                && Math.abs(position.path(0).asDouble()) <= MOST_LONG
                && Math.abs(position.path(1).asDouble()) <= MOST_LAT;
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private StartException refused(String why, @Nullable Throwable cause) {
        return new StartException("The map %s cannot be shown: %s".formatted(file, why), cause);
    }
}
