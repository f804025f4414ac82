package org.pairgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore.Commit;
import org.pairgraph.store.PairStore.Update;

/** Imports and undos at random, held against what is simple enough to be right. */
class RandomHistoryTest {
    private static final List<SourceName> SOURCES =
            List.of(new SourceName("a"), new SourceName("b"), new SourceName("c"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRevisionStaysReadableAndTheStoreFollowsFromItsVersions(long seed) {
        var random = new Random(seed);
        var snapshots = new ArrayList<Set<Triple>>();
        var commits = new ArrayList<Commit>();
        var foretold = new ArrayList<Set<Triple>>();
        try (var store = PairStore.open(folder)) {
            store.onCommit(commits::add);
            store.beforeCommit(coming -> {
                var after = copy(coming.after());
                assertFindsAlike(coming.after(), after);
                return () -> foretold.add(after.find().toSet());
            });
            store.onCommit(commit -> assertThat(commit.delta()).hasValueSatisfying(delta -> assertFresh(store, delta)));
            while (snapshots.size() < 12) {
                int before = store.history().head();
                change(store, random);
                if (store.history().head() > before) {
                    snapshots.add(store.read((dataset, history) -> union(dataset)));
                }
            }

            assertThat(store.verify()).isEmpty();
            for (int revision = 1; revision <= snapshots.size(); revision++) {
                int number = revision;
                Set<Triple> former = store.readAt(revision, (dataset, history) -> {
                    assertThat(history.head()).isEqualTo(number);
                    return union(dataset);
                });
                assertThat(former).as("revision %d", revision).isEqualTo(snapshots.get(revision - 1));
            }
            assertThat(foretold).isEqualTo(snapshots);
            assertThat(replayed(commits)).isEqualTo(snapshots.getLast());
        }
    }

    private static Graph copy(Graph graph) {
        var copy = GraphFactory.createGraphMem();
        GraphUtil.addInto(copy, graph);
        return copy;
    }

    /** Two graphs of the same triples, whatever part of a triple is asked for. */
    private static void assertFindsAlike(Graph graph, Graph plain) {
        assertThat(graph.find().toList())
                .containsExactlyInAnyOrderElementsOf(plain.find().toList());
        for (var triple : plain.find().toList()) {
            for (int wanted = 1; wanted < 8; wanted++) {
                var pattern = Triple.createMatch(
                        (wanted & 1) == 0 ? null : triple.getSubject(),
                        (wanted & 2) == 0 ? null : triple.getPredicate(),
                        (wanted & 4) == 0 ? null : triple.getObject());
                assertThat(graph.find(pattern).toList())
                        .as("%s", pattern)
                        .containsExactlyInAnyOrderElementsOf(plain.find(pattern).toList());
            }
        }
    }

    /** All that is said of a fresh subject is what was added. */
    private static void assertFresh(PairStore store, Delta delta) {
        Set<Triple> said = store.read((dataset, history) -> union(dataset).stream()
                .filter(triple -> delta.fresh().contains(triple.getSubject()))
                .collect(Collectors.toSet()));
        assertThat(delta.added()).containsAll(said);
    }

    private static void change(PairStore store, Random random) {
        var source = SOURCES.get(random.nextInt(SOURCES.size()));
        var left = store.history().versions(source).stream()
                .filter(version -> !store.history().withdrawn().contains(version))
                .toList();
        var before = store.read((dataset, history) -> union(dataset));
        Foreseen foreseen;
        if (left.isEmpty() || random.nextInt(3) > 0) {
            var update = new Update(source, List.of("0"), content(random));
            var known = new AtomicReference<PairStore.Foreseen>();
            foreseen = store.read((dataset, history) -> {
                var preview = store.preview(update, history);
                known.set(new PairStore.Foreseen(history.head(), preview.derived(), preview.delta()));
                return Foreseen.of(preview);
            });
            store.commit(Action.IMPORT, "ann", update, Optional.of(known.get()).filter(any -> random.nextBoolean()));
        } else {
            var version = left.get(random.nextInt(left.size()));
            foreseen = store.read((dataset, history) -> Foreseen.of(store.previewWithdrawal(version, history)));
            store.withdraw("bob", version);
        }
        var after = store.read((dataset, history) -> union(dataset));
        assertThat(foreseen).isEqualTo(new Foreseen(before, after, less(after, before), less(before, after)));
    }

    /** What a preview says, out of its transaction. */
    private record Foreseen(Set<Triple> before, Set<Triple> after, Set<Triple> gained, Set<Triple> lost) {
        static Foreseen of(Preview preview) {
            return new Foreseen(
                    preview.before().find().toSet(),
                    preview.after().find().toSet(),
                    preview.gained().find().toSet(),
                    preview.lost().find().toSet());
        }
    }

    private static Set<Triple> less(Set<Triple> some, Set<Triple> others) {
        return some.stream().filter(triple -> !others.contains(triple)).collect(Collectors.toSet());
    }

    /** Few names, so that sources repeat each other, pairings share their parties, and places form rings. */
    private static Graph content(Random random) {
        var turtle = new StringBuilder();
        for (int i = 0; i < random.nextInt(12); i++) {
            turtle.append(
                    switch (random.nextInt(3)) {
                        case 0 ->
                            "<p%d> a pg:Pairing ; pg:supporter <x%d> , <x%d> ; pg:supported <x%d> . "
                                    .formatted(
                                            random.nextInt(4), random.nextInt(4), random.nextInt(4), random.nextInt(4));
                        case 1 ->
                            "<p%d> pg:status pgc:%s . "
                                    .formatted(random.nextInt(4), random.nextInt(3) == 0 ? "planned" : "actual");
                        default -> "<x%d> pg:within <x%d> . ".formatted(random.nextInt(6), random.nextInt(6));
                    });
        }
        return RDFParser.fromString(
                        "PREFIX pg: <https://w3id.org/pairgraph/ontology#> PREFIX pgc: <https://w3id.org/pairgraph/code/> "
                                + turtle,
                        Lang.TURTLE)
                .base("http://x/")
                .toGraph();
    }

    private static Set<Triple> union(DatasetGraph dataset) {
        return dataset.getDefaultGraph().find().toSet();
    }

    private static Set<Triple> replayed(List<Commit> commits) {
        var triples = new HashSet<Triple>();
        for (var commit : commits) {
            var delta = commit.delta().orElseThrow();
            assertThat(triples).containsAll(delta.removed());
            triples.removeAll(delta.removed());
            int before = triples.size();
            triples.addAll(delta.added());
            assertThat(triples).hasSize(before + delta.added().size());
        }
        return triples;
    }
}
