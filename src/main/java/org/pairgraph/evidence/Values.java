package org.pairgraph.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** The values of properties, one by one. */
final class Values {
    private Values() {}

    static Node one(Graph graph, Node subject, Node property) throws MalformedEvidence {
        var values = objects(graph, subject, property);
        return switch (values.size()) {
            case 0 -> throw new MalformedEvidence(subject, property, "is missing");
            case 1 -> values.getFirst();
            default -> throw new MalformedEvidence(subject, property, "has %d values".formatted(values.size()));
        };
    }

    /** A node that has properties of its own. */
    static Node thing(Graph graph, Node subject, Node property) throws MalformedEvidence {
        var value = one(graph, subject, property);
        if (value.isLiteral()) {
            throw new MalformedEvidence(subject, property, "is \"%s\", not a thing".formatted(value));
        }
        return value;
    }

    static int number(Graph graph, Node subject, Node property, int least) throws MalformedEvidence {
        var text = literal(graph, subject, property);
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as of a number that is too small.
        }
        throw new MalformedEvidence(
                subject, property, "is \"%s\", not a whole number from %d on".formatted(text, least));
    }

    static String digest(Graph graph, Node subject, Node property) throws MalformedEvidence {
        var text = literal(graph, subject, property);
        if (!text.matches("[0-9a-f]{64}")) {
            throw new MalformedEvidence(
                    subject, property, "is \"%s\", not 64 lower-case hexadecimal digits".formatted(text));
        }
        return text;
    }

    static Stream<String> texts(Graph graph, Node subject, Node property) {
        return objects(graph, subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm);
    }

    private static String literal(Graph graph, Node subject, Node property) throws MalformedEvidence {
        var value = one(graph, subject, property);
        if (!value.isLiteral()) {
            throw new MalformedEvidence(subject, property, "is <%s>, not a literal".formatted(value));
        }
        return value.getLiteralLexicalForm();
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }
}
