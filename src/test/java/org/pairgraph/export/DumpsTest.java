package org.pairgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;

/** The files that are kept. */
class DumpsTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheLastFilesAreKeptAndWhatWasCutOffIsRemoved() throws Exception {
        try (var store = filled()) {
            var dumps = new Dumps(store, 1);
            var first = dumps.dump(1, DumpFormat.TURTLE);
            Files.writeString(folder.resolve("store/dumps/pairgraph-1.nt.gz.new"), "cut off");
            Files.writeString(folder.resolve("store/dumps/sorting-1.lines"), "cut off");

            var second = dumps.dump(1, DumpFormat.NQUADS);

            assertThat(second.file()).exists();
            assertThat(first.file()).doesNotExist();
            try (var files = Files.list(folder.resolve("store/dumps"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("pairgraph-1.nq.gz", "pairgraph-1.nq.gz.sha256");
            }
        }
    }

    @Test
    void aFileWithoutItsChecksumIsMadeAnew() throws Exception {
        try (var store = filled()) {
            var dumps = new Dumps(store);
            var dump = dumps.dump(1, DumpFormat.NTRIPLES);
            Files.writeString(dump.file(), "something else");
            Files.delete(folder.resolve("store/dumps/pairgraph-1.nt.gz.sha256"));

            assertThat(dumps.dump(1, DumpFormat.NTRIPLES)).isEqualTo(dump);
            assertThat(Files.size(dump.file())).isEqualTo(dump.bytes());
        }
    }

    private PairStore filled() {
        var store = PairStore.open(folder.resolve("store"));
        var graph = GraphFactory.createGraphMem();
        graph.add(NodeFactory.createURI("urn:a"), RDFS.label.asNode(), NodeFactory.createLiteralLang("融水", "zh-Hans"));
        store.commit(Action.IMPORT, "test", List.of(new Update(new SourceName("one"), List.of("00"), graph)));
        return store;
    }
}
