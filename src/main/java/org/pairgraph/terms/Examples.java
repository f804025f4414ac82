package org.pairgraph.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/** How data uses a term: of the nodes that use it, the first by IRI, as Turtle with our base and prefixes. */
final class Examples {
    private static final int LINES = 12;
    private static final int VALUES = 3;
    private static final Node TYPE = RDF.type.asNode();

    private final Graph data;
    private final NodeFormatterTTL turtle = new NodeFormatterTTL(Namespaces.ID, prefixes());

    Examples(Graph data) {
        this.data = data;
    }

    /**
     * A member of one of the classes.
     *
     * @param first the properties that are shown before others
     */
    Optional<String> ofClass(Set<String> classes, Set<String> first) {
        return classes.stream()
                .flatMap(type -> data.find(Node.ANY, TYPE, NodeFactory.createURI(type)).toList().stream())
                .map(Triple::getSubject)
                .min(Comparator.comparing(Node::getURI))
                .map(member -> lines(member, properties(member, first)));
    }

    /** Something that has the property, with its class and the property alone. */
    Optional<String> ofProperty(String property) {
        var node = NodeFactory.createURI(property);
        return firstTriple(Node.ANY, node, Node.ANY)
                .map(triple -> lines(
                        triple.getSubject(), Stream.of(TYPE, node).distinct().toList()));
    }

    /** The first triple that a code is the object of, on one line; of a figure also how it is printed. */
    Optional<String> ofCode(String code) {
        return firstTriple(Node.ANY, Node.ANY, NodeFactory.createURI(code)).map(triple -> {
            var parts = new ArrayList<String>();
            parts.add("%s %s %s"
                    .formatted(text(triple.getSubject()), text(triple.getPredicate()), text(triple.getObject())));
            firstTriple(triple.getSubject(), PG.printedValue, Node.ANY)
                    .ifPresent(printed -> parts.add(text(PG.printedValue) + " " + text(printed.getObject())));
            return String.join(" ; ", parts) + " .";
        });
    }

    private Optional<Triple> firstTriple(Node subject, Node property, Node object) {
        return data.find(subject, property, object).toList().stream()
                .min(Comparator.comparing((Triple triple) -> triple.getSubject().getURI())
                        .thenComparing(triple -> triple.getPredicate().getURI())
                        .thenComparing(triple -> triple.getObject().toString()));
    }

    private List<Node> properties(Node member, Set<String> first) {
        return data.find(member, Node.ANY, Node.ANY).mapWith(Triple::getPredicate).toList().stream()
                .distinct()
                .sorted(Comparator.comparing((Node property) -> !property.equals(TYPE))
                        .thenComparing(property -> !first.contains(property.getURI()))
                        .thenComparing(Node::getURI))
                .toList();
    }

    private String lines(Node subject, List<Node> properties) {
        var shown = properties.size() > LINES ? properties.subList(0, LINES - 1) : properties;
        var lines = new ArrayList<String>();
        for (int i = 0; i < shown.size(); i++) {
            var start = i == 0 ? text(subject) + " " : "  ";
            var end = i == shown.size() - 1 ? " ." : " ;";
            lines.add(start + values(subject, shown.get(i), end));
        }
        if (shown.size() < properties.size()) {
            lines.add("# 另有%1$d项属性 and %1$d more properties".formatted(properties.size() - shown.size()));
        }
        return String.join("\n", lines);
    }

    private String values(Node subject, Node property, String end) {
        var values =
                data.find(subject, property, Node.ANY).mapWith(triple -> text(triple.getObject())).toList().stream()
                        .sorted()
                        .toList();
        var name = property.equals(TYPE) ? "a" : text(property);
        var shown = String.join(" , ", values.subList(0, Math.min(VALUES, values.size())));
        var more = values.size() > VALUES ? "  # 另有%1$d个值 and %1$d more".formatted(values.size() - VALUES) : "";
        return name + " " + shown + end + more;
    }

    private String text(Node node) {
        var out = new IndentedLineBuffer();
        turtle.format(out, node);
        return out.asString();
    }

    private static PrefixMap prefixes() {
        var prefixes = PrefixMapFactory.create();
        Namespaces.PREFIXES.forEach(prefixes::add);
        return prefixes;
    }
}
