package org.pairgraph.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The triples about one thing, as they are put together. */
final class Description {
    private final Node thing;
    private final List<Triple> triples = new ArrayList<>();

    Description(Node thing, Node type) {
        this.thing = thing;
        add(RDF.type.asNode(), type);
    }

    Node thing() {
        return thing;
    }

    List<Triple> triples() {
        return triples;
    }

    Description add(Node property, Node object) {
        triples.add(Triple.create(thing, property, object));
        return this;
    }

    Description add(Node property, Collection<Node> objects) {
        objects.forEach(object -> add(property, object));
        return this;
    }

    Description text(Node property, String text) {
        return add(property, NodeFactory.createLiteralString(text));
    }

    Description text(Node property, String text, String language) {
        return add(property, NodeFactory.createLiteralLang(text, language));
    }

    /** The labels that two columns give. */
    Description labels(Row row, Column zh, Column en) {
        Cells.words(row, zh).ifPresent(label -> text(RDFS.label.asNode(), label, "zh-Hans"));
        Cells.words(row, en).ifPresent(label -> text(RDFS.label.asNode(), label, "en"));
        return this;
    }

    Description labels(String zh, String en) {
        return text(RDFS.label.asNode(), zh, "zh-Hans").text(RDFS.label.asNode(), en, "en");
    }

    /** A decimal as the data writes it: with at least one digit behind the point and none too many. */
    Description decimal(Node property, BigDecimal number) {
        var plain = number.stripTrailingZeros();
        var text = (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
        return add(property, NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal));
    }

    /** A date with its precision. */
    Description date(Node property, LocalDate date, Node precisionProperty, Moment moment) {
        return date(property, date).add(precisionProperty, Codes.code(moment.precision()));
    }

    Description date(Node property, LocalDate date) {
        return add(property, NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate));
    }
}
