package org.pairgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class RememberedGraphTest {

    @Test
    void itAnswersLikeTheGraphHoweverMuchIsSaidOfASubject() {
        var random = new Random(1);
        var graph = GraphFactory.createGraphMem();
        for (int i = 0; i < 600; i++) {
            graph.add(node("s", random.nextInt(3) * random.nextInt(8)), node("p", random.nextInt(3)), number(random));
        }
        var remembered = new RememberedGraph(graph, Set.of());

        for (int i = 0; i < 500; i++) {
            var pattern = Triple.create(
                    random.nextInt(4) == 0 ? Node.ANY : node("s", random.nextInt(24)),
                    random.nextBoolean() ? Node.ANY : node("p", random.nextInt(3)),
                    random.nextBoolean() ? Node.ANY : number(random));
            assertThat(remembered.find(pattern).toList())
                    .as(pattern.toString())
                    .containsExactlyInAnyOrderElementsOf(graph.find(pattern).toList());
            assertThat(remembered.contains(pattern)).isEqualTo(graph.contains(pattern));
        }
        assertThat(largest(graph)).isGreaterThan(64);
    }

    @Test
    void equalValuesThatAreWrittenOtherwiseAreTwoTerms() {
        var graph = GraphFactory.createGraphMem();
        graph.add(node("s", 1), node("p", 1), NodeFactory.createLiteralDT("1.0", decimal()));

        var remembered = new RememberedGraph(graph, Set.of());

        assertThat(remembered.contains(node("s", 1), node("p", 1), NodeFactory.createLiteralDT("1.0", decimal())))
                .isTrue();
        assertThat(remembered.contains(node("s", 1), node("p", 1), NodeFactory.createLiteralDT("1.00", decimal())))
                .isFalse();
    }

    @Test
    void whatIsFreshIsTakenFromTheChange() {
        var known = Triple.create(node("s", 1), node("p", 1), node("o", 1));
        var more = Triple.create(node("s", 1), node("p", 1), node("o", 2));
        var fresh = Triple.create(node("s", 2), node("p", 1), node("o", 1));
        var graph = GraphFactory.createGraphMem();
        graph.add(known);
        graph.add(more);

        var remembered = new RememberedGraph(graph, Delta.of(Set.of(more, fresh), Set.of(), Set.of(node("s", 2))));

        assertThat(remembered.find(node("s", 1), Node.ANY, Node.ANY).toList()).containsExactlyInAnyOrder(known, more);
        assertThat(remembered.find(node("s", 2), Node.ANY, Node.ANY).toList()).containsExactly(fresh);
        assertThat(remembered.contains(node("s", 2), node("p", 2), Node.ANY)).isFalse();
    }

    @Test
    void aStrangerIsNotLookedFor() {
        var graph = GraphFactory.createGraphMem();
        graph.add(node("s", 1), node("p", 1), node("o", 1));

        var remembered = new RememberedGraph(graph, Set.of(node("s", 1), node("o", 1)));

        assertThat(remembered.contains(node("s", 1), Node.ANY, Node.ANY)).isFalse();
        assertThat(remembered.find(Node.ANY, Node.ANY, node("o", 1)).toList()).isEmpty();
        assertThat(remembered.find(Node.ANY, node("p", 1), Node.ANY).toList()).hasSize(1);
    }

    private static int largest(Graph graph) {
        return graph.find(node("s", 0), Node.ANY, Node.ANY).toList().size();
    }

    private static Node number(Random random) {
        return NodeFactory.createLiteralDT(
                List.of("1", "2", "01", "3.0").get(random.nextInt(4)) + random.nextInt(40), decimal());
    }

    private static RDFDatatype decimal() {
        return XSDDatatype.XSDdecimal;
    }

    private static Node node(String kind, int number) {
        return NodeFactory.createURI("https://example.org/" + kind + number);
    }
}
