package org.pairgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.Statements.Pattern;

class StatementsTest {
    private static final String LONG = "很长".repeat(3_000);
    private static final String TURTLE = """
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            <http://e/a> <http://e/p> <http://e/b> , <http://e/c> , 1 , 2.50 , "2020-01-01"^^xsd:date , "x"@en , "x"@zh-Hans , "x" ;
              <http://e/q> <http://e/b> , "%s" , true , "7"^^<http://e/type> .
            <http://e/b> <http://e/q> <http://e/a> , 1e3 , "" .
            <http://e/c> <http://e/r> "%s"@zh , -5 , "2020-01-01T00:00:00Z"^^xsd:dateTime .
            """.formatted(LONG, LONG.substring(1));

    @TempDir
    private Path folder;

    @Test
    void whatIsStoredIsReadAsAnyGraph() {
        try (var store = storeOf(graph(TURTLE))) {
            assertReadsAsItsGraph(store);
        }
    }

    @Test
    void theDataOfTheRepositoryIsReadAsAnyGraph() throws Exception {
        var data = GraphFactory.createDefaultGraph();
        try (var files = Files.walk(Path.of("data"))) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> RDFDataMgr.read(data, file.toString()));
        }
        try (var store = storeOf(data)) {
            assertReadsAsItsGraph(store);
        }
    }

    @Test
    void whatALaterCommitAddsIsRead() {
        var source = new SourceName("things");
        try (var store = storeOf(graph("<http://e/a> <http://e/p> <http://e/b> ."))) {
            assertReadsAsItsGraph(store);
            store.commit(
                    Action.IMPORT,
                    "ann",
                    List.of(new Update(source, List.of("2"), graph("<http://e/a> <http://e/p> \"later\" ."))));

            assertReadsAsItsGraph(store);
        }
    }

    @Test
    void ofWhatIsUnknownNothingIsSaid() {
        var unknown = NodeFactory.createURI("http://e/unknown");
        try (var store = storeOf(graph(TURTLE))) {
            var found = read(store, statements -> {
                var subject = statements.of(unknown);
                return List.of(
                        subject.isEmpty(),
                        subject.node(),
                        subject.objects(node("p")),
                        subject.onlyObject(node("p")).isPresent(),
                        statements.objects(unknown, node("p")),
                        statements.objects(node("a"), unknown),
                        statements.subjects(node("p"), unknown));
            });

            assertThat(found).containsExactly(true, unknown, List.of(), false, List.of(), List.of(), List.of());
        }
    }

    @Test
    void aReaderThatFailsEndsTheReading() {
        try (var store = storeOf(graph(TURTLE))) {
            var failing = new Pattern(node("p"), Node.ANY, (subject, object) -> {
                throw new IllegalArgumentException("no");
            });

            assertThatThrownBy(() -> read(store, statements -> {
                        statements.read(List.of(failing, failing));
                        return true;
                    }))
                    .hasRootCauseMessage("no");
        }
    }

    private static void assertReadsAsItsGraph(PairStore store) {
        var triples =
                read(store, statements -> List.copyOf(statements.graph().find().toSet()));
        var stored = read(store, statements -> said(statements, triples));
        var plain = read(store, statements -> said(Statements.of(statements.graph()), triples));

        assertThat(triples).isNotEmpty();
        assertThat(stored).isEqualTo(plain);
    }

    /** Everything that can be asked about some triples. */
    private static List<Object> said(Statements statements, List<Triple> triples) {
        var said = new ArrayList<Object>();
        var patterns = new ArrayList<Pattern>();
        var told = new HashSet<Triple>();
        for (var triple : triples) {
            var subject = statements.of(triple.getSubject());
            said.add(List.of(subject.node(), subject.isEmpty(), Set.copyOf(subject.properties())));
            said.add(Set.copyOf(subject.objects(triple.getPredicate())));
            said.add(subject.onlyObject(triple.getPredicate())
                    .map(only -> List.of(only.node(), Set.copyOf(only.properties()))));
            said.add(Set.copyOf(statements.objects(triple.getSubject(), triple.getPredicate())));
            said.add(Set.copyOf(statements.subjects(triple.getPredicate(), triple.getObject())));
        }
        triples.stream()
                .map(Triple::getPredicate)
                .distinct()
                .forEach(property -> patterns.add(new Pattern(
                        property, Node.ANY, (subject, object) -> told.add(Triple.create(subject, property, object)))));
        statements.read(patterns);
        said.add(told);
        return said;
    }

    private PairStore storeOf(Graph graph) {
        var store = PairStore.open(folder);
        store.commit(Action.IMPORT, "ann", List.of(new Update(new SourceName("things"), List.of("1"), graph)));
        return store;
    }

    private static <T> T read(PairStore store, Function<Statements, T> reading) {
        return store.read((dataset, history) -> reading.apply(Statements.of(dataset)));
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    }

    private static Node node(String name) {
        return NodeFactory.createURI("http://e/" + name);
    }
}
