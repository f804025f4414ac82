package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pairgraph.network.Walk.WalkNode;
import org.pairgraph.network.WalkQuery.Direction;

/** JSON is written from the bytes of the tables: it says what the same answers say in words. */
class NetworkJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 300)
    void walksReachesAndPathsSayInJsonWhatTheySayInWords(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int claims) throws IOException {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 7);
        var queries = new Queries(random, seed);

        for (int question = 0; question < 5; question++) {
            var query = queries.walk();
            sayTheSame(network, query);
            var paths = network.paths(new PathQuery(
                    queries.party(), queries.party(), query.direction(), query.throughPlaces(), query.filter(), 5));
            var json = JSON.readTree(json(network).of(paths));
            assertThat(lists(json.at("/paths"))).isEqualTo(ids(paths.paths()));
            assertThat(texts(json.at("/nodes"), "iri"))
                    .isEqualTo(paths.nodes().stream().map(NetworkNode::iri).toList());
            sayTheSame(json.at("/edges"), paths.edges());
        }
    }

    @Test
    void soDoesAHub() throws IOException {
        var network = PairingNetwork.of(SyntheticNetwork.hub(3_000), 7);
        for (int limit : new int[] {1, 255, 256, 257, 513, 3_001}) {
            sayTheSame(
                    network,
                    new WalkQuery(
                            List.of(SyntheticNetwork.HUB),
                            2,
                            Direction.BOTH,
                            false,
                            NetworkFilter.ALL,
                            limit,
                            Optional.empty()));
        }
    }

    private static void sayTheSame(PairingNetwork network, WalkQuery query) throws IOException {
        var walk = network.walk(query);
        var json = JSON.readTree(json(network).of(walk, Optional.of("after")));

        assertThat(json.at("/revision").asInt()).isEqualTo(7);
        assertThat(json.at("/next").asText()).isEqualTo("after");
        assertThat(json.at("/truncated").asBoolean()).isEqualTo(walk.truncated());
        var nodes = walk.nodes();
        assertThat(json.at("/nodes")).hasSameSizeAs(nodes);
        for (int index = 0; index < nodes.size(); index++) {
            sayTheSame(json.at("/nodes").get(index), nodes.get(index));
        }
        sayTheSame(json.at("/edges"), walk.edges());

        var reach = JSON.readTree(json(network).of(network.reach(query)));
        assertThat(lists(reach.at("/levels")))
                .isEqualTo(ids(network.reach(query).levels()));
    }

    private static void sayTheSame(JsonNode json, WalkNode walked) {
        var node = walked.node();
        assertThat(json.at("/id").asText()).isEqualTo(Ids.of(node.iri()));
        assertThat(json.at("/iri").asText()).isEqualTo(node.iri());
        assertThat(text(json, "class")).isEqualTo(node.type());
        assertThat(text(json.at("/label"), "zh")).isEqualTo(node.zh());
        assertThat(text(json.at("/label"), "en")).isEqualTo(node.en());
        assertThat(text(json, "within")).isEqualTo(node.within().map(Ids::of));
        assertThat(json.at("/group/count").asInt(-1))
                .isEqualTo(node.group().map(GroupSize::count).orElse(-1));
        assertThat(json.at("/depth").asInt()).isEqualTo(walked.depth());
        Map<String, Integer> degree = new TreeMap<>();
        json.at("/degree")
                .properties()
                .forEach(kind -> degree.put(kind.getKey(), kind.getValue().asInt()));
        assertThat(degree).isEqualTo(walked.degree());
    }

    private static void sayTheSame(JsonNode json, List<NetworkEdge> edges) {
        assertThat(json).hasSameSizeAs(edges);
        for (int index = 0; index < edges.size(); index++) {
            var edge = edges.get(index);
            var said = json.get(index);
            assertThat(said.at("/id").asText()).isEqualTo(edge.id());
            assertThat(said.at("/source").asText()).isEqualTo(Ids.of(edge.source()));
            assertThat(said.at("/target").asText()).isEqualTo(Ids.of(edge.target()));
            assertThat(said.at("/kind").asText()).isEqualTo(edge.kind());
            var claim = edge.claim();
            assertThat(text(said, "claim")).isEqualTo(claim.map(EdgeClaim::iri).map(Ids::of));
            assertThat(text(said, "programme"))
                    .isEqualTo(claim.flatMap(EdgeClaim::programme).map(Ids::of));
            assertThat(text(said, "status")).isEqualTo(claim.flatMap(EdgeClaim::status));
            assertThat(text(said, "basis")).isEqualTo(claim.flatMap(EdgeClaim::basis));
            sayTheSame(said, "start", claim.flatMap(EdgeClaim::start));
            sayTheSame(said, "asOf", claim.flatMap(EdgeClaim::asOf));
            sayTheSame(said, "end", claim.flatMap(EdgeClaim::end));
            assertThat(said.at("/count").asInt(-1))
                    .isEqualTo(claim.flatMap(EdgeClaim::count).orElse(-1));
            assertThat(texts(said.at("/others")))
                    .isEqualTo(claim.map(EdgeClaim::others).orElse(List.of()).stream()
                            .map(Ids::of)
                            .toList());
        }
    }

    private static void sayTheSame(JsonNode json, String name, Optional<StatedDay> day) {
        assertThat(text(json, name)).isEqualTo(day.map(stated -> stated.day().toString()));
        assertThat(text(json, name + "Precision")).isEqualTo(day.flatMap(StatedDay::precision));
    }

    private static NetworkJson json(PairingNetwork network) {
        return new NetworkJson(network, node -> node);
    }

    private static Stream<JsonNode> values(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<List<String>> lists(JsonNode arrays) {
        return values(arrays).map(NetworkJsonTest::texts).toList();
    }

    private static List<List<String>> ids(List<List<String>> iris) {
        return iris.stream().map(list -> list.stream().map(Ids::of).toList()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return values(array).map(JsonNode::asText).toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        return values(array).map(item -> item.path(field).asText()).toList();
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
    }
}
