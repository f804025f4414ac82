package org.pairgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.PairStore.Foreseen;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.vocab.PG;

class PairStoreTest {
    private static final SourceName NAMES = new SourceName("names");
    private static final SourceName PAIRS = new SourceName("pairs");

    @TempDir
    private Path folder;

    @Test
    void aCommitIsOneRevisionOverSeveralSources() {
        try (var store = PairStore.open(folder)) {
            var revision = store.commit(
                            Action.IMPORT,
                            "ann",
                            List.of(update(PAIRS, "<p> a pg:Pairing ."), update(NAMES, "<a> <n> 1 .")))
                    .orElseThrow();

            assertThat(revision.number()).isEqualTo(1);
            assertThat(revision.actor()).isEqualTo("ann");
            assertThat(store.history().current())
                    .extracting(version -> version.source().text(), History.Version::number)
                    .containsExactly(tuple("names", 1), tuple("pairs", 1));
            assertThat(store.history().revisions()).containsExactly(revision);
        }
    }

    @Test
    void theDefaultGraphIsTheUnionOfTheCurrentVersions() {
        try (var store = PairStore.open(folder)) {
            store.commit(
                    Action.IMPORT,
                    "ann",
                    List.of(update(NAMES, "<a> <n> 1 . <b> <n> 2 ."), update(PAIRS, "<a> <n> 1 .")));

            var change = store.commit(Action.IMPORT, "bob", List.of(update(NAMES, "<b> <n> 2 . <c> <n> 3 .")))
                    .orElseThrow()
                    .changes()
                    .getFirst();

            assertSame(union(store), graph("<a> <n> 1 . <b> <n> 2 . <c> <n> 3 ."));
            assertThat(change.added()).isEqualTo(1);
            assertThat(change.removed()).isEqualTo(1);
        }
    }

    @Test
    void everyVersionKeepsItsOwnGraph() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 .")));

            assertSame(namedGraph(store, GraphName.ofVersion(NAMES, 1)), graph("<a> <n> 1 ."));
            assertSame(namedGraph(store, GraphName.ofVersion(NAMES, 2)), graph("<a> <n> 2 ."));
            assertThat(store.history().hiddenGraphs()).containsExactly(GraphName.ofVersion(NAMES, 1));
        }
    }

    @Test
    void countsFollowTheRevisions() {
        var terms = "<a> a <C> ; <n> 1 ; <k> <code> . <code> <http://www.w3.org/2004/02/skos/core#inScheme> <s> .";
        try (var store = PairStore.open(folder)) {
            for (var content : List.of(
                    terms,
                    terms + "<b> a <C> ; <k> <code> ; <http://www.w3.org/2004/02/skos/core#broader> <code> .",
                    terms.replace("<n> 1 ;", "<m> <code> ;"),
                    terms + "<code2> <http://www.w3.org/2004/02/skos/core#inScheme> <s> . <a> <k> <code2> .",
                    terms)) {
                store.commit(Action.IMPORT, "ann", List.of(update(NAMES, content)));

                store.read((dataset, history) ->
                        assertThat(store.countsWithin()).isEqualTo(TripleCounts.of(dataset.getDefaultGraph())));
            }
            var counts = store.read((dataset, history) -> store.countsWithin());
            assertThat(counts.triples()).isEqualTo(4);
            assertThat(counts.ofCode().values()).containsExactly(1L);
            assertThat(counts.ofClass().values()).containsExactly(1L);
        }
    }

    @Test
    void aQueryRangesOverCurrentVersionsOnlyUnlessItNamesAnother() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 .")));

            var former = GraphName.ofVersion(NAMES, 1).node();
            var inFormer = "GRAPH <" + former.getURI() + "> { ?s <http://x/n> ?v }";

            assertThat(values(store, Var.alloc("g"), "GRAPH ?g { ?s <http://x/n> ?v }"))
                    .containsExactly("2");
            assertThat(values(store, former, inFormer)).containsExactly("1");
            assertThat(values(store, former, "?s <http://x/n> ?v FILTER NOT EXISTS { " + inFormer + " }"))
                    .containsExactly("2");
        }
    }

    @Test
    void supportsFollowsActualPairingsOnly() {
        var content = """
                <p> a pg:Pairing ; pg:status pgc:actual ; pg:supporter <a> , <b> ; pg:supported <c> .
                <q> a pg:Pairing ; pg:status pgc:planned ; pg:supporter <a> ; pg:supported <d> .
                <r> a pg:CoBuilding ; pg:status pgc:actual ; pg:supporter <a> ; pg:supported <e> .
                """;
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(PAIRS, content)));

            assertSame(derived(store, PG.supports), graph("<a> pg:supports <c> . <b> pg:supports <c> ."));
        }
    }

    @Test
    void withinTransitiveReachesEveryPlaceAboveAndEndsInARing() {
        try (var store = PairStore.open(folder)) {
            store.commit(
                    Action.IMPORT,
                    "ann",
                    List.of(update(NAMES, "<v> pg:within <t> . <t> pg:within <c> . <c> pg:within <t> .")));

            assertSame(
                    derived(store, PG.withinTransitive),
                    graph(
                            "<v> pg:withinTransitive <t> , <c> . <t> pg:withinTransitive <c> . <c> pg:withinTransitive <t> ."));
        }
    }

    @Test
    void derivedTriplesGoWithTheirReason() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<v> pg:within <t> .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<v> <n> 1 .")));

            assertSame(union(store), graph("<v> <n> 1 ."));
        }
    }

    @Test
    void aSubjectThatWasNeverMetIsFresh() {
        try (var store = PairStore.open(folder)) {
            var fresh = new ArrayList<Set<Node>>();
            store.onCommit(commit -> fresh.add(commit.delta().orElseThrow().fresh()));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> <b> .")));
            store.commit(
                    Action.IMPORT, "ann", List.of(update(PAIRS, "<a> <m> 1 . <b> <n> 1 . <c> <n> <d> . <d> <n> 1 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<e> <n> 1 .")));

            assertThat(fresh).containsExactly(nodes("a"), nodes("c", "d"), nodes("e"));
        }
    }

    @Test
    void theSameContentAgainChangesNothing() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1.50 , 01 , true ; <d> 2020 .")));

            assertThat(store.commit(
                            Action.IMPORT, "ann", List.of(update(NAMES, "<a> <d> 2020 ; <n> true , 01 , 1.50 ."))))
                    .isEmpty();
            assertThat(store.commit(
                            Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1.5 , 1 , true ; <d> 2020 ."))))
                    .isEmpty();
            assertThat(store.history().head()).isEqualTo(1);
        }
    }

    @Test
    void contentOfAnEarlierVersionSharesItsGraph() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));

            assertThat(store.history().findCurrent(NAMES))
                    .hasValueSatisfying(version -> assertThat(version.number()).isEqualTo(3))
                    .map(Version::graph)
                    .hasValue(GraphName.ofVersion(NAMES, 1));
            assertThat(store.history().hiddenGraphs()).containsExactly(GraphName.ofVersion(NAMES, 2));
            assertSame(union(store), graph("<a> <n> 1 ."));
        }
    }

    @Test
    void theVersionBeforeAWithdrawnOneIsCurrentAgain() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 .")));

            var revision =
                    store.withdraw("bob", store.history().findCurrent(NAMES).orElseThrow());

            assertThat(revision.action()).isEqualTo(Action.WITHDRAW);
            assertThat(revision.changes())
                    .extracting(Change::added, Change::removed)
                    .containsExactly(tuple(1L, 1L));
            assertSame(union(store), graph("<a> <n> 1 ."));
            assertThat(store.history().versions(NAMES)).hasSize(2);
        }
    }

    @Test
    void aSourceWhoseVersionsAreAllWithdrawnIsEmpty() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            store.withdraw("bob", store.history().findCurrent(NAMES).orElseThrow());

            assertThat(store.history().findCurrent(NAMES)).isEmpty();
            assertThat(union(store).isEmpty()).isTrue();
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void aSupersededVersionIsWithdrawnWithoutChangingATriple() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 .")));
            var first = store.history().versions(NAMES).getFirst();

            var revision = store.withdraw("bob", first);

            assertThat(revision.changes())
                    .extracting(Change::added, Change::removed)
                    .containsExactly(tuple(0L, 0L));
            assertSame(union(store), graph("<a> <n> 2 ."));
            assertThatThrownBy(() -> store.withdraw("bob", first)).hasMessageContaining("withdrawn already");
        }
    }

    @Test
    void damageIsFound() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> pg:within <b> .")));
            var stranger = graph("<x> <y> <z> .").find().next();
            Txn.executeWrite(store.dataset(), () -> {
                store.dataset().getDefaultGraph().add(stranger);
                store.dataset().getGraph(GraphName.DERIVED.node()).clear();
                store.dataset().getGraph(GraphName.ofVersion(NAMES, 7).node()).add(stranger);
            });

            assertThat(store.verify())
                    .anyMatch(finding -> finding.contains("has 2 triples that no current version says"))
                    .anyMatch(finding -> finding.contains("derived triples lack 1"))
                    .anyMatch(finding -> finding.contains("names/7> is in the store and not in the ledger"));
        }
    }

    @Test
    void anUnknownRevisionIsRefused() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));

            assertThatThrownBy(() -> store.readAt(2, (dataset, history) -> 0))
                    .isInstanceOf(UnknownRevision.class)
                    .hasMessage("There is no revision 2: the store has 1 to 1");
        }
    }

    @Test
    void aListenerThatFailsDoesNotUndoTheRevision() {
        try (var store = PairStore.open(folder)) {
            store.onCommit(commit -> {
                throw new IllegalStateException("on purpose");
            });
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));

            assertThat(store.history().head()).isEqualTo(1);
        }
    }

    @Test
    void whatWasMadeReadyForARevisionIsPutInPlaceWhenItIsMadeAndForgottenWhenItBreaksOff() {
        try (var store = PairStore.open(folder)) {
            var log = new ArrayList<String>();
            store.beforeCommit(coming -> {
                int read = store.read((dataset, history) -> history.head());
                log.add("%d: ready for %d with %d"
                        .formatted(read, coming.revision(), coming.delta().size()));
                return () -> log.add("in place " + coming.revision());
            });
            store.onCommit(commit -> log.add("made " + commit.revision().number()));
            var one = Delta.of(graph("<a> <n> 3 .").find().toSet(), Set.of());
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            assertThatThrownBy(() -> store.commit(
                            Action.IMPORT, "ann", new Update(PAIRS, List.of(), new FailingGraph()), foreseen(1, one)))
                    .isInstanceOf(RuntimeException.class);
            store.commit(Action.IMPORT, "ann", update(PAIRS, "<b> <n> 1 , 2 ."), foreseen(0, one));

            assertThat(log)
                    .containsExactly(
                            "0: ready for 1 with 1",
                            "in place 1",
                            "made 1",
                            "1: ready for 2 with 1",
                            "1: ready for 2 with 2",
                            "in place 2",
                            "made 2");
        }
    }

    private static Optional<Foreseen> foreseen(int revision, Delta delta) {
        return Optional.of(new Foreseen(revision, Delta.of(Set.of(), Set.of()), Optional.of(delta)));
    }

    @Test
    void aRevisionIsMadeWhenWhatFollowsItCannotBeMadeReady() {
        try (var store = PairStore.open(folder)) {
            var made = new ArrayList<Integer>();
            store.beforeCommit(coming -> {
                throw new IllegalStateException("on purpose");
            });
            store.onCommit(commit -> made.add(commit.revision().number()));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 .")));

            assertThat(made).containsExactly(1, 2);
        }
    }

    @Test
    void aStoreOpenedAgainIsAsItWasLeft() {
        History before;
        UUID id;
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            before = store.history();
            id = store.id();
        }

        try (var store = PairStore.open(folder)) {
            assertThat(store.history()).isEqualTo(before);
            assertThat(store.history().revisions().getFirst().action()).isEqualTo(Action.FIRST_LOAD);
            assertThat(store.id()).isEqualTo(id);
            assertSame(union(store), graph("<a> <n> 1 ."));
        }
    }

    @Test
    void aFailedCommitLeavesNothingAndTheNextOneGoesOn() {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            var broken = new Update(PAIRS, List.of(), new FailingGraph());

            assertThatThrownBy(() -> store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 ."), broken)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("failing")
                    .hasMessageContaining("try again");

            assertThat(store.history().head()).isEqualTo(1);
            assertSame(union(store), graph("<a> <n> 1 ."));
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 2 .")));
            assertSame(union(store), graph("<a> <n> 2 ."));
            assertThat(store.verify()).isEmpty();
        }
        try (var store = PairStore.open(folder)) {
            assertThat(store.history().head()).isEqualTo(2);
            assertSame(union(store), graph("<a> <n> 2 ."));
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void aReaderThatGoesOnHoldsUpTheStoreThatMustBeOpenedAgainAndNoOtherReader() throws Exception {
        try (var store = PairStore.open(folder);
                var threads = Executors.newCachedThreadPool()) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            assertThatThrownBy(() -> store.commit(
                            Action.IMPORT, "ann", List.of(new Update(PAIRS, List.of(), new FailingGraph()))))
                    .isInstanceOf(StoreException.class);
            var reading = new CountDownLatch(1);
            var read = new CountDownLatch(1);

            var reader = threads.submit(() -> store.read((dataset, history) -> {
                reading.countDown();
                await(read);
                return history.head() + " " + dataset.getDefaultGraph().size();
            }));
            await(reading);
            var writer = threads.submit(
                    () -> store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 . <b> <n> 2 ."))));

            assertThat(store.history().head()).isEqualTo(1);
            read.countDown();
            assertThat(reader.get()).isEqualTo("1 1");
            assertThat(writer.get()).isPresent();
            assertThat(store.history().head()).isEqualTo(2);
        }
    }

    @Test
    void aReaderSeesOneRevisionWhileAWriterGoesOn() throws Exception {
        try (var store = PairStore.open(folder);
                var threads = Executors.newSingleThreadExecutor()) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            var reading = new CountDownLatch(1);
            var written = new CountDownLatch(1);

            var seen = threads.submit(() -> store.read((dataset, history) -> {
                reading.countDown();
                await(written);
                return history.head() + " " + dataset.getDefaultGraph().size();
            }));
            await(reading);
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 . <b> <n> 2 .")));
            written.countDown();

            assertThat(seen.get()).isEqualTo("1 1");
            assertThat(store.history().head()).isEqualTo(2);
        }
    }

    @Test
    void aStoreInUseIsRefused() {
        try (var store = PairStore.open(folder)) {
            assertThatThrownBy(() -> PairStore.open(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another process");
            assertThat(store.history().head()).isZero();
        }
    }

    @Test
    void aStoreOfANewerProgramIsRefusedAndUnharmed() throws Exception {
        var description = folder.resolve("store.json");
        Files.writeString(description, "{\"layout\":99,\"id\":\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\"}");

        assertThatThrownBy(() -> PairStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer pairgraph (layout 99");

        assertThat(description).content().contains("99");
        assertThat(folder.resolve("tdb2")).doesNotExist();
    }

    @Test
    void aDamagedDescriptionIsRefused() throws Exception {
        Files.writeString(folder.resolve("store.json"), "{\"layout\":");

        assertThatThrownBy(() -> PairStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("store.json cannot be understood");
    }

    @Test
    void aFolderThatIsNoStoreIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("thesis.doc"), "mine");

        assertThatThrownBy(() -> PairStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a store of pairgraph");

        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("thesis.doc"));
    }

    @Test
    void aFirstLoadThatWasCutOffBeginsAgain() throws Exception {
        PairStore.open(folder).close();
        var halfMade = folder.resolve("tdb2/Data-0001/SPO.dat");
        Files.write(halfMade, new byte[] {1, 2, 3});

        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(update(NAMES, "<a> <n> 1 .")));
            assertSame(union(store), graph("<a> <n> 1 ."));
        }
    }

    /** A graph that can be read once, and then ends in an exception, as an unreadable disk would. */
    private static final class FailingGraph extends GraphBase {
        private boolean read;

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            if (read) {
                throw new IllegalStateException("failing");
            }
            read = true;
            return graph("<a> <n> 3 .").find();
        }

        @Override
        protected int graphBaseSize() {
            return 1;
        }
    }

    private static void assertSame(Graph actual, Graph expected) {
        assertThat(actual.isIsomorphicWith(expected))
                .as("%s is %s", actual, expected)
                .isTrue();
    }

    private static Update update(SourceName source, String turtle) {
        return new Update(source, List.of("digest of " + turtle), graph(turtle));
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString(
                        "PREFIX pg: <https://w3id.org/pairgraph/ontology#> PREFIX pgc: <https://w3id.org/pairgraph/code/> "
                                + turtle,
                        Lang.TURTLE)
                .base("http://x/")
                .toGraph();
    }

    private static Set<Node> nodes(String... names) {
        return Stream.of(names)
                .map(name -> NodeFactory.createURI("http://x/" + name))
                .collect(Collectors.toSet());
    }

    private static Graph union(PairStore store) {
        return store.read((dataset, history) -> copy(dataset.getDefaultGraph()));
    }

    private static Graph namedGraph(PairStore store, GraphName name) {
        return store.read((dataset, history) -> copy(dataset.getGraph(name.node())));
    }

    private static Graph derived(PairStore store, Node property) {
        return store.read((dataset, history) -> {
            var graph = dataset.getGraph(GraphName.DERIVED.node());
            assertThat(dataset.getDefaultGraph().find().toList())
                    .containsAll(graph.find().toList());
            return copy(graph, property);
        });
    }

    private static Graph copy(Graph graph) {
        return copy(graph, Node.ANY);
    }

    private static Graph copy(Graph graph, Node property) {
        var copy = GraphFactory.createGraphMem();
        graph.find(Node.ANY, property, Node.ANY).forEach(copy::add);
        return copy;
    }

    private static List<String> values(PairStore store, Node graph, String pattern) {
        var query = QueryFactory.create("SELECT ?v { " + pattern + " }");
        return store.read((dataset, history) -> {
            var context = Context.setupContextForDataset(ARQ.getContext(), dataset);
            store.hideSuperseded(Set.of(graph), history, context);
            try (var execution =
                    QueryExec.dataset(dataset).query(query).context(context).build()) {
                return execution.select().stream()
                        .map(row -> row.get("v").getLiteralLexicalForm())
                        .toList();
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
