package org.pairgraph.evidence;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/** What the graph says of one passage: which document, and the place as stated. */
record Locator(Document document, Place stated) {

    /** @throws MalformedEvidence if a property is missing, doubled or wrong */
    static Locator read(Graph graph, Node evidence) throws MalformedEvidence {
        var document = Document.read(graph, Values.thing(graph, evidence, PG.document));
        var selector = Values.thing(graph, evidence, OA.hasSelector.asNode());
        int start = Values.number(graph, selector, OA.start.asNode(), 0);
        int end = Values.number(graph, selector, OA.end.asNode(), 0);
        if (end <= start) {
            throw new MalformedEvidence(
                    selector, OA.end.asNode(), "is %d, not after its start %d".formatted(end, start));
        }
        int startLine = Values.number(graph, evidence, PG.startLine, 1);
        int endLine = Values.number(graph, evidence, PG.endLine, 1);
        return new Locator(
                document, new Place(start, end, startLine, endLine, Values.digest(graph, evidence, PG.passageDigest)));
    }

    /** Adds the evidence of a place to a graph. */
    static void write(Graph graph, Document document, Place place) {
        var iri = "%sevidence/%s/%d-%d".formatted(Namespaces.ID, document.key(), place.start(), place.end());
        var evidence = NodeFactory.createURI(iri);
        var selector = NodeFactory.createURI(iri + "#selector");
        graph.add(evidence, RDF.type.asNode(), PG.Evidence);
        graph.add(evidence, PG.document, NodeFactory.createURI(document.iri()));
        graph.add(evidence, OA.hasSelector.asNode(), selector);
        graph.add(evidence, PG.startLine, number(place.startLine()));
        graph.add(evidence, PG.endLine, number(place.endLine()));
        graph.add(evidence, PG.passageDigest, NodeFactory.createLiteralString(place.digest()));
        graph.add(selector, RDF.type.asNode(), OA.TextPositionSelector.asNode());
        graph.add(selector, OA.start.asNode(), number(place.start()));
        graph.add(selector, OA.end.asNode(), number(place.end()));
    }

    private static Node number(int number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }
}
