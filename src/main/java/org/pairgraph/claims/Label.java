package org.pairgraph.claims;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A name in both languages, as far as it is known. */
public record Label(Optional<String> zh, Optional<String> en) {
    static final Label NONE = new Label(Optional.empty(), Optional.empty());

    static Label of(String zh, String en) {
        return new Label(Optional.of(zh), Optional.of(en));
    }

    /** The Chinese name, else the English one, else the given text. */
    String zhOr(String otherwise) {
        return zh.or(() -> en).orElse(otherwise);
    }

    /** The English name, else the Chinese one, else the given text. */
    String enOr(String otherwise) {
        return en.or(() -> zh).orElse(otherwise);
    }

    Label map(UnaryOperator<String> chinese, UnaryOperator<String> english) {
        return new Label(zh.map(chinese), en.map(english));
    }

    boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }
}
