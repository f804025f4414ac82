package org.pairgraph.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.citations.Citations.Asked;
import org.pairgraph.citations.Citations.Kept;

/** The files of citations. */
class KeptCitationsTest {
    private static final UUID STORE = new UUID(1, 2);

    @TempDir
    private Path folder;

    @Test
    void manyWhoCiteTheSameAtOnceMakeOneCitation() throws Exception {
        var citations = new Citations(folder);
        var asking = new ArrayList<Callable<Kept>>();
        for (int i = 0; i < 50; i++) {
            asking.add(() -> keep(citations, "ASK { ?a ?b ?c }"));
        }

        List<Kept> kept = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(asking)) {
                kept.add(answer.get());
            }
        }

        assertThat(kept.stream().filter(Kept::isNew)).hasSize(1);
        assertThat(kept.stream().map(one -> one.citation().id()).distinct()).hasSize(1);
        assertThat(citations.find(kept.getFirst().citation().id())).isPresent();
    }

    @Test
    void whenThereIsNoRoomNewOnesAreRefusedAndOldOnesStay() {
        var citations = new Citations(folder, 2);
        var first = keep(citations, "ASK { ?a ?b 1 }").citation();
        keep(citations, "ASK { ?a ?b 2 }");

        assertThatThrownBy(() -> keep(citations, "ASK { ?a ?b 3 }")).isInstanceOf(Citations.NoRoom.class);
        assertThat(keep(citations, "ASK { ?a ?b 1 }").isNew()).isFalse();
        assertThat(citations.find(first.id())).contains(first);
    }

    @Test
    void aDraftThatWasCutOffIsNoCitation() throws Exception {
        var citations = new Citations(folder);
        var id = keep(citations, "ASK { ?a ?b 1 }").citation().id();
        var file = folder.resolve("citations").resolve(id.substring(0, 2)).resolve(id + ".json");
        Files.move(file, file.resolveSibling(id + ".new"));

        assertThat(citations.find(id)).isEmpty();
        assertThat(keep(citations, "ASK { ?a ?b 1 }").isNew()).isTrue();
        assertThat(citations.find(id)).isPresent();
    }

    private static Kept keep(Citations citations, String query) {
        var asked = new Asked(query, STORE, 1, Instant.EPOCH, Optional.empty());
        return citations.keep(asked, CanonicalResult.of(true), Instant.EPOCH, "test");
    }
}
