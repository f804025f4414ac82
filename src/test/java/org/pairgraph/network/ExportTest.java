package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.pairgraph.network.PlainNetwork.Edge;
import org.pairgraph.vocab.Namespaces;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ExportTest {

    @Property(tries = 150)
    void anExportHoldsTheEdgesOfThePlainLoopsAndTheirEnds(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int claims) throws Exception {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 5);
        var filter = new Queries(random, seed).filter();
        var reference = new PlainNetwork(random.graph);
        var plain = reference.edges(filter).stream()
                .filter(edge -> reference.meets(edge.source(), filter) && reference.meets(edge.target(), filter))
                .toList();

        var collected = new Collected(network);
        network.write(filter, false, collected);
        var xml = xml(network, filter, false);

        assertThat(collected.plainEdges()).containsExactlyInAnyOrderElementsOf(plain);
        assertThat(edges(xml)).containsExactlyInAnyOrderElementsOf(plain);
        var ends = new HashSet<String>();
        plain.forEach(edge -> ends.addAll(List.of(edge.source(), edge.target())));
        assertThat(collected.nodes).extracting(NetworkNode::iri).containsExactlyInAnyOrderElementsOf(ends);
        assertThat(ids(xml, "node")).hasSameSizeAs(ends).doesNotHaveDuplicates();
        assertThat(ids(xml, "edge")).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void throughPlacesEveryEdgeHasBothEnds(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int claims)
            throws Exception {
        var random = new RandomNetwork(seed, claims);
        var network = PairingNetwork.of(random.graph, 5);

        var xml = xml(network, new Queries(random, seed).filter(), true);

        var nodes = new HashSet<>(ids(xml, "node"));
        assertThat(elements(xml, "edge"))
                .allSatisfy(
                        edge -> assertThat(nodes).contains(edge.getAttribute("source"), edge.getAttribute("target")));
        assertThat(ids(xml, "edge")).doesNotHaveDuplicates();
    }

    @Test
    void keysAreTypedAndDeclaredAndLabelsSurviveWhatXmlCannotHold() throws Exception {
        var graph = SyntheticNetwork.hub(1);
        var label = "<城 & \"乡\"> \u0007𠀀";
        graph.add(Triple.create(
                NodeFactory.createURI(SyntheticNetwork.HUB),
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang(label, "zh-Hans")));

        var xml = xml(PairingNetwork.of(graph, 1), NetworkFilter.ALL, false);

        var declared = ids(xml, "key");
        assertThat(elements(xml, "key"))
                .allSatisfy(key -> assertThat(key.getAttribute("attr.type")).isIn("string", "int"));
        assertThat(elements(xml, "data"))
                .allSatisfy(data -> assertThat(declared).contains(data.getAttribute("key")))
                .extracting(Element::getTextContent)
                .contains("<城 & \"乡\"> \uFFFD𠀀");
    }

    private static Document xml(PairingNetwork network, NetworkFilter filter, boolean throughPlaces) throws Exception {
        var out = new ByteArrayOutputStream();
        network.writeGraphMl(filter, throughPlaces, UnaryOperator.identity(), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("<?xml");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<Edge> edges(Document xml) {
        return elements(xml, "edge").stream()
                .map(edge -> new Edge(
                        data(edge, "claim"),
                        Namespaces.ID + edge.getAttribute("source"),
                        Namespaces.ID + edge.getAttribute("target"),
                        data(edge, "kind")))
                .toList();
    }

    private static String data(Element element, String key) {
        return elements(element.getElementsByTagName("data")).stream()
                .filter(data -> data.getAttribute("key").equals(key))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    private static List<String> ids(Document xml, String name) {
        return elements(xml, name).stream()
                .map(element -> element.getAttribute("id"))
                .toList();
    }

    private static List<Element> elements(Document xml, String name) {
        return elements(xml.getElementsByTagName(name));
    }

    private static List<Element> elements(org.w3c.dom.NodeList list) {
        var elements = new ArrayList<Element>();
        for (int index = 0; index < list.getLength(); index++) {
            elements.add((Element) list.item(index));
        }
        return elements;
    }
}
