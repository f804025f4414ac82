package org.pairgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.store.Delta;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;
import org.pairgraph.vocab.PG;

class FollowingTest {
    private static final SourceName SOURCE = new SourceName("places");
    private static final String CHARACTERS = "都长乐重单融水三江县";

    @Test
    void anIndexStaysAsItIsWhenTheNextIsMadeFromIt() {
        var before = PartyIndex.of(graph(Set.of(label(1, "都匀市"), county(1))), 7, Supplement.NONE);
        var renamed = Delta.of(Set.of(label(1, "福泉市")), Set.of(label(1, "都匀市")));

        var after = before.following(
                graph(Set.of(label(1, "福泉市"), county(1))),
                8,
                new PartyIndex.Change(renamed, Set.of()),
                Supplement.NONE);

        assertThat(found(after, "fuquan")).containsExactly(party(1));
        assertThat(found(after, "duyun")).isEmpty();
        assertThat(after.revision()).isEqualTo(8);
        assertThat(found(before, "duyun")).containsExactly(party(1));
        assertThat(before.find(PartyQuery.of("都匀", 5)).revision()).isEqualTo(7);
    }

    @Test
    void theRevisionsOfAStoreAreFollowed(@TempDir Path folder) {
        try (var store = PairStore.open(folder)) {
            var latest = new AtomicReference<>(PartyIndex.of(graph(Set.of()), 0, Supplement.NONE));
            store.onCommit(commit -> latest.set(store.read((dataset, history) -> latest.get()
                    .following(
                            dataset.getDefaultGraph(),
                            commit.revision().number(),
                            new PartyIndex.Change(commit.delta().orElseThrow(), Set.of()),
                            Supplement.NONE))));

            commit(store, Set.of(label(1, "都匀市"), county(1), label(2, "三都县"), county(2)));
            assertThat(found(latest.get(), "duyun")).containsExactly(party(1));

            commit(store, Set.of(label(1, "福泉市"), county(1), label(2, "三都县"), county(2)));
            assertThat(found(latest.get(), "duyun")).isEmpty();
            assertThat(found(latest.get(), "fuquan")).containsExactly(party(1));
            assertThat(latest.get().revision()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anIndexThatFollowedAnswersLikeOneThatIsBuiltAnew(long seed) {
        var random = new Random(seed);
        var triples = new HashSet<Triple>();
        IntStream.range(0, 60).forEach(i -> triples.add(some(random)));
        var latest = PartyIndex.of(graph(triples), 0, supplement(0));
        var met = terms(triples);

        for (int revision = 1; revision <= 40; revision++) {
            var before = Set.copyOf(triples);
            IntStream.range(0, 10).forEach(i -> triples.add(some(random)));
            triples.removeIf(triple -> random.nextInt(30) == 0);
            var added = less(triples, before);
            var fresh = added.stream().map(Triple::getSubject).collect(Collectors.toCollection(HashSet::new));
            fresh.removeAll(met);
            met.addAll(terms(added));
            var delta = Delta.of(added, less(before, triples), fresh);
            var regraded = IntStream.range(0, 60)
                    .mapToObj(number -> party(number).getURI())
                    .collect(Collectors.toSet());

            latest = latest.following(
                    graph(triples), revision, new PartyIndex.Change(delta, regraded), supplement(revision));

            var anew = PartyIndex.of(graph(triples), revision, supplement(revision));
            assertThat(latest.size()).isEqualTo(anew.size());
            for (var text : List.of(
                    "都", "长乐", "du", "shui", "d", "rs", "sjx", "三县", "changle", "rongsui", "party", "chong 水")) {
                var query = PartyQuery.of(text, 1 + random.nextInt(20));
                assertThat(latest.find(query)).as(text).isEqualTo(anew.find(query));
            }
        }
    }

    private static Set<Node> terms(Set<Triple> triples) {
        return triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Triple> less(Set<Triple> some, Set<Triple> others) {
        return some.stream().filter(triple -> !others.contains(triple)).collect(Collectors.toSet());
    }

    private static Triple some(Random random) {
        int number = random.nextInt(60);
        var name = random.ints(2 + random.nextInt(3), 0, CHARACTERS.length())
                .mapToObj(i -> CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        return switch (random.nextInt(6)) {
            case 0, 1 -> county(number);
            case 2 -> label(number, name);
            case 3 -> Triple.create(party(number), Draft.LABEL, NodeFactory.createLiteralLang("Party " + number, "en"));
            case 4 -> Triple.create(party(number), Draft.ALTERNATIVE, NodeFactory.createLiteralLang(name, "zh-Hant"));
            default -> Triple.create(party(number), PG.within, party(random.nextInt(60)));
        };
    }

    private static Supplement supplement(int revision) {
        return new Supplement(party -> (party.getURI().length() + revision) % 3, Supplement.NONE.composed());
    }

    private static void commit(PairStore store, Set<Triple> triples) {
        store.commit(
                Action.IMPORT,
                "ann",
                List.of(new Update(SOURCE, List.of("digest" + triples.hashCode()), graph(triples))));
    }

    private static List<Node> found(PartyIndex index, String text) {
        return index.find(PartyQuery.of(text, 5)).items().stream()
                .map(hit -> hit.party().node())
                .toList();
    }

    private static Triple county(int number) {
        return Triple.create(party(number), Draft.TYPE, PG.County);
    }

    private static Triple label(int number, String name) {
        return Triple.create(party(number), Draft.LABEL, NodeFactory.createLiteralLang(name, "zh-Hans"));
    }

    private static Node party(int number) {
        return NodeFactory.createURI("https://w3id.org/pairgraph/id/area/" + number);
    }

    private static Graph graph(Set<Triple> triples) {
        var graph = GraphFactory.createGraphMem();
        triples.forEach(graph::add);
        return graph;
    }
}
