package org.pairgraph.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.ShapeResult;
import org.pairgraph.ingest.Validator;
import org.pairgraph.synthetic.SyntheticNetwork.Syntax;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

class SyntheticNetworkTest {

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedSharesNothing() {
        var network = new SyntheticNetwork(50, 3);
        var other = graph(new SyntheticNetwork(50, 4), Syntax.TURTLE);

        assertThat(bytes(network, Syntax.TURTLE)).isEqualTo(bytes(network, Syntax.TURTLE));
        assertThat(graph(network, Syntax.TURTLE)
                        .find()
                        .mapWith(triple -> triple.getSubject())
                        .toSet())
                .doesNotContainAnyElementsOf(
                        other.find().mapWith(triple -> triple.getSubject()).toSet());
    }

    @Test
    void theBytesOfASeedStayTheSameFromReleaseToRelease() {
        var text = new String(bytes(new SyntheticNetwork(60, 1), Syntax.N_TRIPLES), StandardCharsets.UTF_8);

        assertThat(text.hashCode()).isEqualTo(-1713918709);
    }

    @Test
    void bothSyntaxesSayTheSame() {
        var network = new SyntheticNetwork(80, 1);

        assertThat(graph(network, Syntax.TURTLE).isIsomorphicWith(graph(network, Syntax.N_TRIPLES)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 49, 50, 300, 2_000})
    void whatIsAskedForIsWhatIsWritten(long pairings) {
        var out = new ByteArrayOutputStream();
        var extent = new SyntheticNetwork(pairings, 1).write(out, Syntax.TURTLE);
        var graph = parsed(out.toByteArray(), Syntax.TURTLE);

        assertThat(instances(PG.Pairing, graph)).hasSize((int) pairings);
        assertThat(instances(PG.PartyGroup, graph)).hasSize((int) extent.groups());
        assertThat(graph.find(Node.ANY, PG.within, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .toSet())
                .allSatisfy(place -> assertThat(graph.contains(place, RDF.type.asNode(), Node.ANY))
                        .isTrue());
        assertThat(extent.pairings()).isEqualTo(pairings);
        assertThat(extent.triples()).isEqualTo(graph.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 300})
    void whatIsWrittenConformsToTheShapes(long pairings, @TempDir Path folder) throws Exception {
        var file = folder.resolve("network.ttl");
        Files.write(file, bytes(new SyntheticNetwork(pairings, 1), Syntax.TURTLE));

        var validation =
                new Validator(new Bundle(Path.of(""))).validate(List.of(file)).getFirst();

        assertThat(validation.syntaxErrors()).isEmpty();
        assertThat(validation.shapeResults())
                .extracting(ShapeResult::severity)
                .doesNotContain(ShapeResult.Severity.VIOLATION);
        assertThat(validation.shapeResults())
                .extracting(result -> result.message().en())
                .allMatch(message -> message.contains("code"), "only codes are missing, which are never made up");
    }

    @Test
    void siblingsOfAKindNeverShareANameAndOthersOftenDo() {
        var graph = graph(new SyntheticNetwork(3_000, 1), Syntax.TURTLE);
        var seen = new HashSet<String>();
        var labels = new HashMap<Node, Integer>();

        graph.find(Node.ANY, PG.within, Node.ANY)
                .forEach(within -> graph.find(within.getSubject(), RDFS.label.asNode(), Node.ANY)
                        .forEach(label -> {
                            assertThat(seen.add(within.getObject() + " " + label.getObject()
                                            + graph.find(within.getSubject(), RDF.type.asNode(), Node.ANY)
                                                    .next()
                                                    .getObject()))
                                    .as("%s in %s", label.getObject(), within.getObject())
                                    .isTrue();
                            labels.merge(label.getObject(), 1, Integer::sum);
                        }));

        assertThat(labels.values()).anyMatch(count -> count >= 4);
    }

    @Test
    void theProportionsAreThoseOfARealNetwork() {
        var graph = graph(new SyntheticNetwork(10_000, 1), Syntax.TURTLE);
        var pairings = instances(PG.Pairing, graph);
        var degrees = new HashMap<Node, Integer>();
        graph.find(Node.ANY, PG.supporter, Node.ANY).forEach(said -> degrees.merge(said.getObject(), 1, Integer::sum));

        assertThat(graph.size()).isBetween(165_000, 180_000);
        assertThat(share(pairings, pairing -> count(graph, pairing, PG.supporter) > 1))
                .isBetween(0.13, 0.17);
        assertThat(share(pairings, pairing -> graph.contains(pairing, PG.status, PGC.actual)))
                .isBetween(0.83, 0.89);
        assertThat(share(pairings, pairing -> graph.contains(pairing, PG.endDate, Node.ANY)))
                .isBetween(0.2, 0.3);
        assertThat(share(pairings, pairing -> graph.contains(pairing, PG.partOf, Node.ANY)))
                .isBetween(0.02, 0.06);
        assertThat(degrees.values()).as("a hub").anyMatch(degree -> degree > 100);
        assertThat(share(List.copyOf(degrees.values()), degree -> degree <= 3)).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, SyntheticNetwork.MOST_PAIRINGS + 1})
    void aSizeThatMakesNoNetworkIsRefused(long pairings) {
        assertThatThrownBy(() -> new SyntheticNetwork(pairings, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Long.toString(pairings));
    }

    @Test
    void aNegativeSeedIsRefused() {
        assertThatThrownBy(() -> new SyntheticNetwork(1, -5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-5");
    }

    private static <T> double share(List<T> all, Predicate<T> which) {
        return (double) all.stream().filter(which).count() / all.size();
    }

    private static int count(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList().size();
    }

    private static List<Node> instances(Node type, Graph graph) {
        return graph.find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(triple -> triple.getSubject())
                .toList();
    }

    private static Graph graph(SyntheticNetwork network, Syntax syntax) {
        return parsed(bytes(network, syntax), syntax);
    }

    private static byte[] bytes(SyntheticNetwork network, Syntax syntax) {
        var out = new ByteArrayOutputStream();
        network.write(out, syntax);
        return out.toByteArray();
    }

    private static Graph parsed(byte[] bytes, Syntax syntax) {
        var graph = GraphFactory.createGraphMem();
        RDFParser.source(new ByteArrayInputStream(bytes))
                .lang(syntax == Syntax.TURTLE ? Lang.TURTLE : Lang.NTRIPLES)
                .parse(graph);
        return graph;
    }
}
