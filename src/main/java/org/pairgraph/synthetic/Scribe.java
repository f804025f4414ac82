package org.pairgraph.synthetic;

import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.vocab.PGC;

/** Writes down one thing after the other, and makes the nodes to write. */
final class Scribe {
    private final String namespace;
    private final StreamRDF out;
    private Node subject = Node.ANY;
    private long triples;

    Scribe(String namespace, StreamRDF out) {
        this.namespace = namespace;
        this.out = out;
    }

    /** Begins a thing; what is said next is said of it. */
    Scribe about(Node thing, Node type) {
        subject = thing;
        return say(RDF.type.asNode(), type);
    }

    Scribe say(Node property, Node object) {
        out.triple(Triple.create(subject, property, object));
        triples++;
        return this;
    }

    Scribe say(Node property, String text) {
        return say(property, NodeFactory.createLiteralString(text));
    }

    Scribe say(Node property, long number) {
        return say(property, NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    Scribe say(Node property, LocalDate date) {
        return say(property, NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate));
    }

    Scribe say(Node property, String zh, String en) {
        return say(property, NodeFactory.createLiteralLang(zh, "zh-Hans"))
                .say(property, NodeFactory.createLiteralLang(en, "en"));
    }

    Scribe label(String zh, String en) {
        return say(RDFS.label.asNode(), zh, en);
    }

    /** The thing of a number among those of its sort, such as {@code village/12}. */
    Node thing(String sort, Object key) {
        return NodeFactory.createURI(namespace + sort + "/" + key);
    }

    Node party(Kind kind, long number) {
        return thing(kind.code(), number);
    }

    static Node code(String name) {
        return NodeFactory.createURI(PGC.NAMESPACE + name);
    }

    /** How many triples were written down. */
    long triples() {
        return triples;
    }
}
