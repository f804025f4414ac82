package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.server.Config;
import org.pairgraph.server.PairServer;
import org.pairgraph.sparql.Limits;
import org.pairgraph.sparql.QueryRefusal;
import org.pairgraph.store.StoreException;

class GraphAccessTest {
    @TempDir
    Path folder;

    private Path home;
    private Path store;
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void aHomeWithOneSource() throws IOException {
        home = folder.resolve("home");
        store = folder.resolve("store");
        Files.createDirectories(home.resolve("ontology"));
        Files.createDirectories(home.resolve("data/one"));
        writeSource("<urn:x:a> <urn:x:p> 1 .");
    }

    @Test
    void anEmptyStoreIsFilledAndRead() {
        assertThat(graphs()).containsExactly("https://w3id.org/pairgraph/graph/one/1");
        assertThat(progress).hasSize(2).last().asString().contains("Revision 1");
    }

    @Test
    void aFilledStoreIsLeftAsItIs() throws IOException {
        graphs();
        progress.clear();
        writeSource("<urn:x:a> <urn:x:p> 2 .");

        assertThat(graphs()).containsExactly("https://w3id.org/pairgraph/graph/one/1");
        assertThat(progress).isEmpty();
    }

    @Test
    void supersededVersionsAreHidden() throws IOException {
        graphs();
        writeSource("<urn:x:a> <urn:x:p> 2 .");
        serve().close();

        assertThat(graphs()).containsExactly("https://w3id.org/pairgraph/graph/one/2");
    }

    @Test
    void aFormerRevisionIsAskedWithAndWithoutAServer() throws IOException {
        graphs();
        writeSource("<urn:x:a> <urn:x:p> 2 .");
        try (var server = serve()) {
            assertThat(server.url()).isNotBlank();
            assertThat(values(1)).containsExactly("1");
            assertThat(values(2)).containsExactly("2");
            assertThatThrownBy(() -> values(3)).hasMessage("There is no revision 3: the store has 1 to 2");
        }
        assertThat(values(1)).containsExactly("1");
        assertThat(values(2)).containsExactly("2");
        assertThatThrownBy(() -> values(3)).hasMessage("There is no revision 3: the store has 1 to 2");
    }

    @Test
    void aQueryWithoutAnEndEndsAlsoWhereNoServerRuns() throws IOException {
        var endless = QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }");
        var sorted = QueryFactory.create("SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h } ORDER BY ?h");
        writeSource(IntStream.range(0, 200)
                .mapToObj(n -> "<urn:x:a> <urn:x:p> %d .".formatted(n))
                .collect(Collectors.joining("\n")));
        var limits =
                Limits.usual().deadline(Duration.ofMillis(500)).memory(4 << 20).limits();
        try (var graph = GraphAccess.open(store, home, limits, progress::add)) {
            assertThatThrownBy(() -> graph.query(endless, GraphAccessTest::count))
                    .isInstanceOf(QueryRefusal.class)
                    .hasMessageContaining("500 milliseconds");
            assertThatThrownBy(() -> graph.query(sorted, GraphAccessTest::count))
                    .isInstanceOf(QueryRefusal.class)
                    .hasMessageContaining("4 MiB");
        }
    }

    private static long count(Answer answer) {
        return answer.rows(() -> 0).stream().count();
    }

    private List<String> values(int revision) {
        var query = QueryFactory.create("SELECT ?v { <urn:x:a> <urn:x:p> ?v }");
        try (var graph = GraphAccess.open(store, home, progress::add)) {
            return graph.query(
                    query,
                    OptionalInt.of(revision),
                    answer -> answer.rows(() -> 0).stream()
                            .map(row -> row.get("v").getLiteralLexicalForm())
                            .toList());
        }
    }

    @Test
    void aRunningServerIsAsked() {
        try (var server = serve()) {
            assertThat(server.url()).isNotBlank();
            assertThat(graphs()).containsExactly("https://w3id.org/pairgraph/graph/one/1");
            assertThat(progress).isEmpty();
        }
    }

    @Test
    void aServerThatIsGoneIsNotWaitedFor() throws IOException {
        graphs();
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        announce("http://127.0.0.1:" + closed);

        assertThat(graphs()).hasSize(1);
    }

    @Test
    void aServerThatIsNoneOfOursIsNamed() throws IOException, InterruptedException {
        graphs();
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hangUp = Thread.ofVirtual().start(() -> hangUpOnOne(stranger));
            announce("http://127.0.0.1:" + stranger.getLocalPort());

            assertThatThrownBy(this::graphs)
                    .isInstanceOf(UnreachableServer.class)
                    .hasMessageContaining("127.0.0.1:" + stranger.getLocalPort())
                    .hasMessageContaining("stop it");
            hangUp.join();
        }
    }

    @Test
    void aStoreThatIsOpenElsewhereIsRefused() {
        try (var first = GraphAccess.open(store, home, progress::add)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(this::graphs).isInstanceOf(StoreException.class).hasMessageContaining("in use");
        }
    }

    private List<String> graphs() {
        var query = QueryFactory.create(
                "SELECT DISTINCT ?g { GRAPH ?g { ?s <urn:x:p> ?o } FILTER CONTAINS(STR(?g), '/one/') } ORDER BY ?g");
        try (var graph = GraphAccess.open(store, home, progress::add)) {
            return graph.query(
                    query,
                    answer -> answer.rows(() -> 0).stream()
                            .map(row -> row.get("g").getURI())
                            .toList());
        }
    }

    private PairServer serve() {
        return PairServer.start(new Config(home, store, "127.0.0.1", 0, Optional.empty(), false), line -> {});
    }

    private void writeSource(String turtle) throws IOException {
        Files.writeString(home.resolve("data/one/one.ttl"), turtle);
    }

    private void announce(String url) throws IOException {
        Files.writeString(
                store.resolve("server.json"),
                "{\"url\":\"%s\",\"pid\":%d}"
                        .formatted(url, ProcessHandle.current().pid()));
    }

    private static void hangUpOnOne(ServerSocket stranger) {
        try {
            stranger.accept().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
