package org.pairgraph.terms;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The same words in both languages. A text without a language stands in both; what is not said is empty. */
public record Text(String zh, String en) {

    /** What a property says in each language; of several texts the first in their order. */
    static Text of(Graph graph, Node subject, Node property) {
        var literals = graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .toList();
        return new Text(first(literals, "zh"), first(literals, "en"));
    }

    boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    /** Both languages with something between them, or one text when they do not differ. */
    String joined(String between) {
        return String.join(
                between,
                Stream.of(zh, en).filter(text -> !text.isEmpty()).distinct().toList());
    }

    private static String first(List<Node> literals, String language) {
        return literals.stream()
                .filter(literal -> literal.getLiteralLanguage().isEmpty()
                        || literal.getLiteralLanguage().startsWith(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }
}
