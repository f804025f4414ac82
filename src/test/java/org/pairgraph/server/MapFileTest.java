package org.pairgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pairgraph.sparql.QueryLimits;

/** The operator's map. */
class MapFileTest {
    private static final String MAP = """
            {"type": "FeatureCollection", "approval": "审图号：GS(2024)0650号", "features": [
              {"type": "Feature", "properties": {}, "geometry": null},
              {"type": "Feature", "properties": {}, "geometry": {"type": "GeometryCollection", "geometries": [
                {"type": "LineString", "coordinates": [[108.0, 22.0], [110.5, 24.5, 12]]},
                {"type": "MultiPolygon", "coordinates": [[[[108, 22], [109, 22], [109, 23], [108, 22]]]]}]}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aMapIsHandedOutAsItWasGiven() throws Exception {
        var home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("ontology"), Path.of("ontology").toAbsolutePath());
        Files.createDirectories(home.resolve("data"));
        var config = new Config(
                home,
                folder.resolve("store"),
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.of(file(MAP)),
                false,
                false,
                QueryLimits.ofThisMachine(),
                TrustedProxies.NONE);

        try (var server = PairServer.start(config, line -> {})) {
            var answer = get(server, "x", "x");
            var tag = answer.headers().firstValue("ETag").orElseThrow();

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/geo+json"));
            assertThat(answer.body()).isEqualTo(MAP);
            assertThat(get(server, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '\0', textBlock = """
            {"type": "LineString"                                                            | is not JSON in UTF-8
            {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}                          | does not say its approval
            {"approval": " ", "type": "LineString", "coordinates": [[1, 2], [3, 4]]}         | does not say its approval
            {"approval": "a", "type": "LineString", "coordinates": [[22, 108], [24, 110]]}   | [22,108] is no position
            {"approval": "a", "type": "LineString", "coordinates": [1, 2]}                   | coordinates are lists of positions, not 1
            {"approval": "a", "type": "LineString", "coordinates": [["x", 2]]}               | ["x",2] is no position
            {"approval": "a", "type": "Polygon", "coordinates": 5}                           | coordinates are lists of positions, not 5
            {"approval": "a", "type": "Topology", "objects": {}}                             | type "Topology"
            {"approval": "a", "type": "FeatureCollection", "features": []}                   | no line and no polygon
            {"approval": "a", "type": "FeatureCollection", "features": [5]}                  | type ""
            {"approval": "a", "crs": {"type": "name"}, "type": "LineString", "coordinates": [[1, 2], [3, 4]]} | WGS 84
            """)
    void whatIsNoApprovedMapIsRefusedWithTheReason(String content, String reason) throws Exception {
        var file = file(content);

        assertThatThrownBy(() -> MapFile.read(file))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void aMapThatNestsWithoutEndIsNotJson() throws Exception {
        var file = file("[".repeat(100_000));

        assertThatThrownBy(() -> MapFile.read(file))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void aMapThatIsTooLargeIsNotRead() throws Exception {
        var file = folder.resolve("large.json");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((16L << 20) + 1);
        }

        assertThatThrownBy(() -> MapFile.read(file)).hasMessageContaining("more than 16 MiB");
    }

    @Test
    void aMapThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> MapFile.read(folder.resolve("nowhere.json")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("nowhere.json");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("map.json"), content);
    }

    private static HttpResponse<String> get(PairServer server, String... header) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/map"))
                .headers(header)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
