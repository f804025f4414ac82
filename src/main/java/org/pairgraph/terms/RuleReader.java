package org.pairgraph.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.terms.Rule.Constraint;
import org.pairgraph.terms.Rule.Constraint.Kind;

/** Reads the rules of a graph of SHACL shapes. Shapes without a target are conditions of others and no rules. */
record RuleReader(Graph shapes) {

    /** By shape. */
    List<Rule> rules() {
        return Stream.concat(subjects(SHACL.targetClass).stream(), subjects(SHACL.targetSubjectsOf).stream())
                .distinct()
                .flatMap(this::rules)
                .sorted(Comparator.comparing(Rule::shape))
                .toList();
    }

    private Stream<Rule> rules(Node shape) {
        var ofValues = objects(shape, SHACL.property).stream().map(property -> rule(shape, property));
        var ofNode = objects(shape, SHACL.message).isEmpty() ? Stream.<Rule>empty() : Stream.of(rule(shape, shape));
        return Stream.concat(ofNode, ofValues);
    }

    private Rule rule(Node target, Node shape) {
        return new Rule(
                shape.getURI(),
                iris(target, SHACL.targetClass),
                iris(target, SHACL.targetSubjectsOf),
                iris(shape, SHACL.path).stream().findFirst(),
                number(shape, SHACL.minCount)
                        .orElse(number(shape, SHACL.qualifiedMinCount).orElse(0)),
                number(shape, SHACL.maxCount),
                constraints(shape),
                objects(shape, SHACL.severity).contains(SHACL.Warning),
                Text.of(shapes, shape, SHACL.message));
    }

    private List<Constraint> constraints(Node shape) {
        var found = new ArrayList<Constraint>();
        iris(shape, SHACL.class_).forEach(type -> found.add(new Constraint(Kind.CLASS, type)));
        iris(shape, SHACL.datatype).forEach(type -> found.add(new Constraint(Kind.DATATYPE, type)));
        objects(shape, SHACL.node).forEach(other -> found.add(node(other)));
        objects(shape, SHACL.not).forEach(other -> found.add(not(other)));
        objects(shape, SHACL.qualifiedValueShape)
                .forEach(other -> language(other).ifPresent(tag -> found.add(new Constraint(Kind.LANGUAGE, tag))));
        add(found, Kind.VALUE, shape, SHACL.hasValue);
        add(found, Kind.PATTERN, shape, SHACL.pattern);
        add(found, Kind.AT_LEAST, shape, SHACL.minInclusive);
        add(found, Kind.AT_MOST, shape, SHACL.maxInclusive);
        add(found, Kind.LESS_THAN, shape, SHACL.lessThan);
        add(found, Kind.NOT_GREATER_THAN, shape, SHACL.lessThanOrEquals);
        add(found, Kind.OTHER_THAN, shape, SHACL.disjoint);
        add(found, Kind.UNIQUE_LANGUAGE, shape, SHACL.uniqueLang);
        add(found, Kind.IRI, shape, SHACL.nodeKind);
        add(found, Kind.CLOSED, shape, SHACL.closed);
        add(found, Kind.QUERY, shape, SHACL.sparql);
        return found;
    }

    /** A shape that asks for a code list is that list; any other is named. */
    private Constraint node(Node other) {
        return objects(other, SHACL.property).stream()
                .filter(property -> objects(property, SHACL.path).contains(SKOS.inScheme.asNode()))
                .flatMap(property -> iris(property, SHACL.hasValue).stream())
                .findFirst()
                .map(scheme -> new Constraint(Kind.CODE_LIST, scheme))
                .orElseGet(() -> new Constraint(Kind.SHAPE, other.getURI()));
    }

    private Constraint not(Node other) {
        return iris(other, SHACL.class_).stream()
                .findFirst()
                .map(type -> new Constraint(Kind.NOT_CLASS, type))
                .orElseGet(() -> new Constraint(Kind.NOT_SHAPE, other.getURI()));
    }

    private Optional<String> language(Node shape) {
        return objects(shape, SHACL.languageIn).stream()
                .flatMap(list -> objects(list, RDF.first.asNode()).stream())
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private void add(List<Constraint> found, Kind kind, Node shape, Node property) {
        objects(shape, property)
                .forEach(value -> found.add(
                        new Constraint(kind, value.isURI() ? value.getURI() : value.getLiteralLexicalForm())));
    }

    private OptionalInt number(Node shape, Node property) {
        return objects(shape, property).stream()
                .mapToInt(value -> Integer.parseInt(value.getLiteralLexicalForm()))
                .findFirst();
    }

    private List<String> iris(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return shapes.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private List<Node> subjects(Node property) {
        return shapes.find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getSubject)
                .toList();
    }
}
