package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pairgraph.network.PlainNetwork.Edge;
import org.pairgraph.network.WalkQuery.Direction;

class WalkTest {

    @Property(tries = 500)
    void aWalkMeetsWhatThePlainLoopsMeet(@ForAll long seed, @ForAll @IntRange(min = 4, max = 30) int claims) {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 7);
        var plain = new PlainNetwork(random.graph);
        var queries = new Queries(random, seed);

        for (int question = 0; question < 8; question++) {
            var query = queries.walk();
            var walk = network.walk(query);
            var expected = plain.walk(query);

            assertThat(depths(walk)).as("%s", query).containsExactlyEntriesOf(expected.depths());
            assertThat(walk.truncated()).isEqualTo(expected.truncated());
            assertThat(edges(walk)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected.edges());
            assertThat(walk.edges()).extracting(NetworkEdge::id).doesNotHaveDuplicates();
            assertThat(walk.nodes())
                    .allSatisfy(node -> assertThat(node.degree())
                            .isEqualTo(plain.degree(node.node().iri(), query.filter())));
            var reach = network.reach(query);
            assertThat(depths(reach)).containsExactlyEntriesOf(expected.depths());
            assertThat(reach.size()).isEqualTo(walk.size());
            assertThat(reach.truncated()).isEqualTo(expected.truncated());
        }
    }

    @Property(tries = 300)
    void pagesOfNeighboursNeitherSkipNorRepeat(
            @ForAll long seed,
            @ForAll @IntRange(min = 4, max = 60) int claims,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 1);
        var queries = new Queries(random, seed);
        var party = queries.party();
        var filter = queries.filter();

        var nodes = new ArrayList<String>();
        var edges = new ArrayList<Edge>();
        var after = Optional.<String>empty();
        do {
            var page = network.walk(new WalkQuery(List.of(party), 1, Direction.BOTH, true, filter, limit, after));
            assertThat(page.nodes()).hasSizeLessThanOrEqualTo(limit);
            page.nodes().forEach(node -> nodes.add(node.node().iri()));
            edges.addAll(edges(page));
            assertThat(page.next().isPresent()).isEqualTo(page.truncated());
            after = page.next();
        } while (after.isPresent());

        var whole = network.walk(new WalkQuery(List.of(party), 1, Direction.BOTH, true, filter, 500, after));
        assertThat(nodes).containsExactlyElementsOf(depths(whole).keySet());
        assertThat(edges).containsExactlyInAnyOrderElementsOf(edges(whole));
    }

    @Test
    void aHubIsAnsweredByTheLimit() {
        var graph = SyntheticNetwork.hub(10_000);
        var network = PairingNetwork.of(graph, 1);

        var walk = network.walk(WalkQuery.from(SyntheticNetwork.HUB, 3));

        assertThat(walk.nodes()).hasSize(WalkQuery.DEFAULT_LIMIT);
        assertThat(walk.nodes().getFirst().degree()).containsEntry("school", 10_000);
        assertThat(walk.truncated()).isTrue();
        assertThat(walk.edges()).hasSize(WalkQuery.DEFAULT_LIMIT - 1);
    }

    @Test
    void unknownPartiesAndNumbersOutOfRangeAreNamed() {
        var network = PairingNetwork.of(new RandomNetwork(1, 3).graph, 1);

        assertThatThrownBy(() -> network.walk(WalkQuery.from("urn:nobody", 1)))
                .isInstanceOf(UnknownParty.class)
                .hasMessageContaining("urn:nobody");
        assertThatThrownBy(() -> WalkQuery.from("urn:x", 99)).hasMessageContaining("1 to 6, not 99");
        assertThatThrownBy(() -> WalkQuery.from("urn:x", 0)).hasMessageContaining("1 to 6, not 0");
    }

    private static LinkedHashMap<String, Integer> depths(Walk walk) {
        var depths = new LinkedHashMap<String, Integer>();
        walk.nodes().forEach(node -> depths.put(node.node().iri(), node.depth()));
        return depths;
    }

    private static LinkedHashMap<String, Integer> depths(Reach reach) {
        var depths = new LinkedHashMap<String, Integer>();
        var levels = reach.levels();
        for (int depth = 0; depth < levels.size(); depth++) {
            for (var iri : levels.get(depth)) {
                depths.put(iri, depth);
            }
        }
        return depths;
    }

    private static List<Edge> edges(Walk walk) {
        return walk.edges().stream()
                .map(edge -> new Edge(
                        edge.claim().map(EdgeClaim::iri).orElse(""), edge.source(), edge.target(), edge.kind()))
                .toList();
    }
}
