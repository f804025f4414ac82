package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.network.PlainNetwork.Edge;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;

/** A store whose one source is another network by chance at each revision: every revision is asked again at the end. */
class FormerRevisionsTest {
    private static final int REVISIONS = 4;
    private static final int QUESTIONS = 40;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRevisionAnswersAsThePlainLoopsDoOnWhatItHeld(long seed) {
        var contents = IntStream.range(0, REVISIONS)
                .mapToObj(revision -> new RandomNetwork(100 * seed + revision, 10 + 10 * revision))
                .toList();
        try (var store = PairStore.open(folder.resolve("store"))) {
            bring(contents.getFirst(), store);
            var followed = followed(store);
            contents.stream().skip(1).forEach(content -> bring(content, store));

            for (int revision = 1; revision <= REVISIONS; revision++) {
                int number = revision;
                var content = contents.get(revision - 1);
                var network = store.readAt(
                        number, (dataset, history) -> PairingNetwork.of(dataset.getDefaultGraph(), number));
                assertThat(network.revision()).isEqualTo(number);
                assertAnswers(network, content, seed + revision);
                assertAnswers(followed.get(number - 1), content, seed + revision);
            }
        }
    }

    /** The network of each revision made from the one before. */
    private static List<PairingNetwork> followed(PairStore store) {
        var all = new ArrayList<PairingNetwork>();
        store.read((dataset, history) -> all.add(PairingNetwork.of(dataset.getDefaultGraph(), history.head())));
        store.onCommit(commit -> store.read((dataset, history) -> all.add(all.getLast()
                .following(
                        commit.delta().orElseThrow(),
                        dataset.getDefaultGraph(),
                        commit.revision().number()))));
        return all;
    }

    private static void bring(RandomNetwork content, PairStore store) {
        store.commit(
                Action.IMPORT,
                "test",
                List.of(new Update(
                        new SourceName("test"), List.of(String.valueOf(content.hashCode())), content.graph)));
    }

    private static void assertAnswers(PairingNetwork network, RandomNetwork content, long seed) {
        var plain = new PlainNetwork(content.graph);
        var queries = new Queries(content, seed);
        for (int question = 0; question < QUESTIONS; question++) {
            var query = queries.walk();
            var walk = network.walk(query);
            var expected = plain.walk(query);

            var depths = new LinkedHashMap<String, Integer>();
            walk.nodes().forEach(node -> depths.put(node.node().iri(), node.depth()));
            assertThat(depths).as("%s", query).containsExactlyEntriesOf(expected.depths());
            assertThat(walk.edges())
                    .extracting(edge -> new Edge(
                            edge.claim().map(EdgeClaim::iri).orElse(""), edge.source(), edge.target(), edge.kind()))
                    .containsExactlyInAnyOrderElementsOf(expected.edges());

            var party = queries.party();
            var degree = new LinkedHashMap<String, Integer>();
            network.walk(new WalkQuery(
                            List.of(party), 1, query.direction(), false, query.filter(), 1, Optional.empty()))
                    .nodes()
                    .forEach(node -> degree.putAll(node.degree()));
            assertThat(degree).isEqualTo(plain.degree(party, query.filter()));

            var ways = new PathQuery(
                    party, queries.party(), query.direction(), query.throughPlaces(), query.filter(), 100);
            assertThat(network.paths(ways).paths())
                    .containsExactlyElementsOf(
                            PathsTest.plain(plain, ways).stream().limit(100).toList());
        }
        for (var level : AreaLevel.values()) {
            var filter = queries.filter();
            assertThat(PlainRollUp.lines(network.rollUp(level, filter)))
                    .containsExactlyInAnyOrderEntriesOf(new PlainRollUp(content.graph, level).lines(filter));
        }
    }
}
