package org.pairgraph.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;

/** The best text for each of the two languages among literals, whatever their tags say more exactly. */
final class Languages {
    private Languages() {}

    /** The texts of a property in both languages; none when there are none. */
    static Optional<Label> note(List<Node> texts) {
        return Optional.of(inBoth(texts)).filter(label -> !label.isEmpty());
    }

    static Label inBoth(List<Node> texts) {
        return new Label(best(texts, Languages::chineseRank), best(texts, Languages::englishRank));
    }

    static boolean isIn(String range, Node label) {
        return label.isLiteral() && isOf(range, language(label));
    }

    /** What {@code langMatches} says. */
    private static boolean isOf(String range, String language) {
        return language.equals(range) || language.startsWith(range + "-");
    }

    private static Optional<String> best(List<Node> texts, ToIntFunction<String> rank) {
        return texts.stream()
                .filter(Node::isLiteral)
                .filter(text -> rank.applyAsInt(language(text)) < Integer.MAX_VALUE)
                .min(Comparator.comparingInt((Node text) -> rank.applyAsInt(language(text)))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm);
    }

    private static String language(Node literal) {
        return literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
    }

    private static int chineseRank(String language) {
        if (!isOf("zh", language)) {
            return Integer.MAX_VALUE;
        }
        return isOf("zh-hans", language) ? 0 : language.equals("zh") ? 1 : isOf("zh-hant", language) ? 3 : 2;
    }

    private static int englishRank(String language) {
        return isOf("en", language) ? 0 : language.isEmpty() ? 1 : Integer.MAX_VALUE;
    }
}
