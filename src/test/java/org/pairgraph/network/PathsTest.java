package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.pairgraph.network.PlainNetwork.Edge;
import org.pairgraph.network.WalkQuery.Direction;
import org.pairgraph.vocab.PG;

class PathsTest {
    private static final Comparator<List<String>> BY_NODES = (one, other) -> IntStream.range(0, one.size())
            .map(index -> one.get(index).compareTo(other.get(index)))
            .filter(order -> order != 0)
            .findFirst()
            .orElse(0);

    @Property(tries = 500)
    void allShortestPathsAreThoseOfThePlainLoops(
            @ForAll long seed,
            @ForAll @IntRange(min = 4, max = 40) int claims,
            @ForAll @IntRange(min = 1, max = 12) int max) {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 3);
        var queries = new Queries(random, seed);

        for (int question = 0; question < 8; question++) {
            var walk = queries.walk();
            var query = new PathQuery(
                    queries.party(), queries.party(), walk.direction(), walk.throughPlaces(), walk.filter(), max);
            var expected = plain(new PlainNetwork(random.graph), query);

            var found = network.paths(query);

            assertThat(found.paths())
                    .as("%s", query)
                    .containsExactlyElementsOf(expected.subList(0, Math.min(max, expected.size())));
            assertThat(found.truncated()).isEqualTo(expected.size() > max);
            assertThat(found.complete()).isTrue();
            assertThat(edges(found)).isEqualTo(plainEdges(new PlainNetwork(random.graph), query, found.paths()));
            assertThat(found.nodes())
                    .extracting(NetworkNode::iri)
                    .doesNotHaveDuplicates()
                    .containsAll(found.paths().stream().flatMap(List::stream).toList());
        }
    }

    @Test
    void aSearchThatIsGivenUpSaysSo() {
        var graph = GraphFactory.createDefaultGraph();
        for (int number = 0; number < 100; number++) {
            pair(graph, number, number + 1);
        }
        var network = PairingNetwork.of(graph, 1);
        var query = PathQuery.between(party(0), party(100));

        assertThat(network.paths(query, 1_000).length()).hasValue(100);
        var givenUp = network.paths(query, 20);

        assertThat(givenUp.complete()).isFalse();
        assertThat(givenUp.paths()).isEmpty();
    }

    @Test
    void aLatticeOfMoreWaysThanAreWantedIsCutInOrder() {
        var graph = GraphFactory.createDefaultGraph();
        for (int layer = 0; layer < 20; layer++) {
            for (int number = 0; number < 9; number++) {
                pair(graph, 10 * layer + number / 3, 10 * (layer + 1) + number % 3);
            }
        }
        var network = PairingNetwork.of(graph, 1);

        var paths =
                network.paths(new PathQuery(party(0), party(200), Direction.SUPPORTS, false, NetworkFilter.ALL, 100));

        assertThat(paths.paths()).hasSize(100).isSortedAccordingTo(BY_NODES).doesNotHaveDuplicates();
        assertThat(paths.truncated()).isTrue();
    }

    @Test
    void nobodyAndTooManyAreRefused() {
        var network = PairingNetwork.of(SyntheticNetwork.hub(2), 1);

        assertThatThrownBy(() -> network.paths(PathQuery.between(SyntheticNetwork.HUB, "urn:nobody")))
                .isInstanceOf(UnknownParty.class);
        assertThatThrownBy(() -> new PathQuery("a", "b", Direction.BOTH, false, NetworkFilter.ALL, 101))
                .hasMessageContaining("1 to 100, not 101");
    }

    private static String party(int number) {
        return SyntheticNetwork.node("party/%04d".formatted(number)).getURI();
    }

    private static void pair(Graph graph, int supporter, int supported) {
        var claim = SyntheticNetwork.node("pairing/" + supporter + "-" + supported);
        graph.add(Triple.create(claim, RDF.type.asNode(), PG.Pairing));
        graph.add(Triple.create(claim, PG.pairingKind, SyntheticNetwork.code("school")));
        graph.add(Triple.create(claim, PG.supporter, SyntheticNetwork.node("party/%04d".formatted(supporter))));
        graph.add(Triple.create(claim, PG.supported, SyntheticNetwork.node("party/%04d".formatted(supported))));
    }

    static List<List<String>> plain(PlainNetwork network, PathQuery query) {
        Map<String, TreeSet<String>> next = new HashMap<>();
        for (var step : steps(network, query)) {
            next.computeIfAbsent(step.source(), source -> new TreeSet<>()).add(step.target());
        }
        List<List<String>> open = List.of(List.of(query.from()));
        var seen = new TreeSet<String>();
        while (!open.isEmpty()) {
            var arrived = open.stream()
                    .filter(path -> path.getLast().equals(query.to()))
                    .sorted(BY_NODES)
                    .toList();
            if (!arrived.isEmpty()) {
                return arrived;
            }
            open.forEach(path -> seen.add(path.getLast()));
            var longer = new ArrayList<List<String>>();
            for (var path : open) {
                for (var node : next.getOrDefault(path.getLast(), new TreeSet<>())) {
                    if (!seen.contains(node)) {
                        var extended = new ArrayList<>(path);
                        extended.add(node);
                        longer.add(extended);
                    }
                }
            }
            open = longer;
        }
        return List.of();
    }

    /** Each edge in each direction in which it may be followed. */
    private static List<Edge> steps(PlainNetwork network, PathQuery query) {
        var steps = new ArrayList<Edge>();
        for (var edge : network.edges(query.filter())) {
            if (query.direction() != Direction.SUPPORTED) {
                steps.add(edge);
            }
            if (query.direction() != Direction.SUPPORTS) {
                steps.add(reversed(edge));
            }
        }
        if (query.throughPlaces()) {
            network.placeEdges().forEach(edge -> steps.addAll(List.of(edge, reversed(edge))));
        }
        steps.removeIf(step -> !network.meets(step.target(), query.filter())
                && !step.target().equals(query.from())
                && !step.target().equals(query.to()));
        return steps;
    }

    private static Edge reversed(Edge edge) {
        return new Edge(edge.claim(), edge.target(), edge.source(), edge.kind());
    }

    private static TreeSet<String> edges(Paths paths) {
        return paths.edges().stream()
                .map(edge -> edge.claim().map(EdgeClaim::iri).orElse("") + edge.source() + edge.target() + edge.kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> plainEdges(PlainNetwork network, PathQuery query, List<List<String>> paths) {
        var joined = new TreeSet<String>();
        paths.forEach(path -> IntStream.range(1, path.size())
                .forEach(index -> joined.add(path.get(index - 1) + " " + path.get(index))));
        var all = new ArrayList<>(network.edges(query.filter()));
        if (query.throughPlaces()) {
            all.addAll(network.placeEdges());
        }
        return all.stream()
                .filter(edge -> query.direction() != Direction.SUPPORTED && isJoined(joined, edge)
                        || query.direction() != Direction.SUPPORTS && isJoined(joined, reversed(edge))
                        || edge.claim().isEmpty() && (isJoined(joined, edge) || isJoined(joined, reversed(edge))))
                .map(edge -> edge.claim() + edge.source() + edge.target() + edge.kind())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isJoined(TreeSet<String> joined, Edge edge) {
        return joined.contains(edge.source() + " " + edge.target());
    }
}
