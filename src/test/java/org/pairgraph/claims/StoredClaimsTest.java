package org.pairgraph.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;
import org.pairgraph.store.Statements;

/** What is read of a store by its numbers of terms is what is read of a graph. */
class StoredClaimsTest {
    @TempDir
    private Path folder;

    @Test
    void everyPageOfTheDataOfTheRepositoryIsTheSame() throws IOException {
        var all = GraphFactory.createDefaultGraph();
        read("ontology", all);
        read("data", all);

        assertPagesAreTheSame(all);
    }

    @Test
    void thePageOfAHubIsTheSame() {
        var turtle = new StringBuilder("<area/0> a pg:City ; rdfs:label \"零\"@zh .\n");
        for (int number = 1; number < 300; number++) {
            turtle.append("""
                    <area/%1$d> a pg:County ; pg:within <area/0> .
                    <pairing/%1$d> a pg:Pairing ; pg:pairingKind pgc:county ; pg:supporter <area/0> ; pg:supported <area/%1$d> ;
                      pg:disagreesWith <pairing/%2$d> .
                    """.formatted(number, number / 2));
        }

        assertPagesAreTheSame(ClaimsTest.graph(turtle.toString()));
    }

    private void assertPagesAreTheSame(Graph graph) {
        try (var store = PairStore.open(folder)) {
            store.commit(Action.IMPORT, "ann", List.of(new Update(new SourceName("all"), List.of("1"), graph)));

            var stored = store.read((dataset, history) -> pages(Statements.of(dataset)));
            var plain = store.read((dataset, history) -> pages(Statements.of(dataset.getDefaultGraph())));

            assertThat(stored).hasSizeGreaterThan(100).isEqualTo(plain);
        }
    }

    private static List<Object> pages(Statements statements) {
        var claims = new Claims(statements, Classes.of(statements.graph()), new KnownThings());
        var none = Optional.<String>empty();
        var pages = new ArrayList<Object>();
        claims.parties(new PartyFilter(none, none)).forEach(id -> {
            pages.add(claims.findParty(id));
            pages.add(claims.findThing(id));
        });
        claims.pairings(new PairingFilter(none, none, none, none, none, none, none, Optional.empty()))
                .forEach(id -> pages.add(claims.findPairing(id)));
        return pages;
    }

    private static void read(String folder, Graph into) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .filter(file -> !file.toString().contains("shapes")
                            && !file.toString().contains("hygiene"))
                    .forEach(file -> RDFDataMgr.read(into, file.toString()));
        }
    }
}
