package org.pairgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore.Update;

/** A disk that really becomes full: a small file system in memory. Only who may mount one can see this; others skip it. */
class FullDiskTest {
    private static final SourceName NAMES = new SourceName("names");
    private static final int MEGABYTES = 96;
    private static final int TRIPLES = 60_000;

    @TempDir
    private Path disk;

    @BeforeEach
    void mount() {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()),
                "needs root on Linux, to mount a small disk");
    }

    @AfterEach
    void unmount() {
        run("umount", "-l", disk.toString());
    }

    /** With more room left over, the writing gets further before it breaks off. */
    @ParameterizedTest
    @ValueSource(ints = {0, 64, 512, 2_048, 6_144, 12_288, 16_384, 20_480, 22_528})
    void aChangeThatFillsTheDiskLeavesTheRevisionBeforeAndTheNextOneSucceedsWhenThereIsRoom(int kilobytes)
            throws IOException {
        try (var store = PairStore.open(disk.resolve("store"))) {
            store.commit(Action.IMPORT, "ann", List.of(new Update(NAMES, List.of(), triples(10))));
            var filling = new Update(NAMES, List.of(), new FillingGraph(triples(TRIPLES), kilobytes));

            assertThatThrownBy(() -> store.commit(Action.IMPORT, "ann", List.of(filling)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("room");

            assertThat(store.history().head()).isEqualTo(1);
            assertThat(sizeOf(store)).isEqualTo(10);
            assertThatThrownBy(() -> store.commit(Action.IMPORT, "ann", List.of(update(20))))
                    .hasMessageContaining("make room");
            assertThat(store.commit(Action.IMPORT, "ann", List.of(update(10)))).isEmpty();

            Files.delete(disk.resolve("filler"));
            store.commit(Action.IMPORT, "ann", List.of(update(20)));
            assertThat(store.history().head()).isEqualTo(2);
            assertThat(sizeOf(store)).isEqualTo(20);
            assertThat(store.verify()).isEmpty();
        }
        try (var store = PairStore.open(disk.resolve("store"))) {
            assertThat(store.history().head()).isEqualTo(2);
            assertThat(store.verify()).isEmpty();
        }
    }

    private static Update update(int triples) {
        return new Update(NAMES, List.of(), triples(triples));
    }

    private static int sizeOf(PairStore store) {
        return store.read((dataset, history) -> dataset.getDefaultGraph().size());
    }

    private static Graph triples(int count) {
        var graph = GraphFactory.createGraphMem();
        for (int i = 0; i < count; i++) {
            graph.add(
                    NodeFactory.createURI("https://example.org/" + i),
                    NodeFactory.createURI("https://example.org/p"),
                    NodeFactory.createLiteralString("a text of the number " + i));
        }
        return graph;
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills the disk but for some kilobytes when it is written, as somebody else might. */
    private final class FillingGraph extends GraphBase {
        private final Graph graph;
        private final int kilobytes;
        private int asked;

        FillingGraph(Graph graph, int kilobytes) {
            this.graph = graph;
            this.kilobytes = kilobytes;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            // The first to ask is the update, the second the transaction.
            if (++asked == 2) {
                fill();
            }
            return graph.find(pattern);
        }

        @Override
        protected int graphBaseSize() {
            return graph.size();
        }

        private void fill() {
            try (var filler = Files.newByteChannel(
                    disk.resolve("filler"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                long room = disk.toFile().getUsableSpace() - kilobytes * 1024L;
                filler.position(0);
                var block = java.nio.ByteBuffer.allocate(1024);
                for (long written = 0; written < room; written += 1024) {
                    filler.write(block.rewind());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
