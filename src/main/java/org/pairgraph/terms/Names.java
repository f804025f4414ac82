package org.pairgraph.terms;

import org.pairgraph.vocab.Namespaces;

/** How the page writes an IRI: short, and as a link. */
record Names(Terms terms) {

    /** With its prefix, in angle brackets where there is none. */
    static String shortName(String iri) {
        return Namespaces.PREFIXES.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .findFirst()
                .orElse("<" + iri + ">");
    }

    /** To its place on the page when it is one of ours, else to itself. */
    String link(String iri) {
        var target = terms.find(iri)
                .map(term -> "#" + term.anchor())
                .orElseGet(() -> terms.borrowed().contains(iri) ? "#" + anchor(iri) : iri);
        return "[%s](%s)".formatted(code(shortName(iri)), target);
    }

    /** The anchor of a term of another vocabulary. */
    static String anchor(String iri) {
        return shortName(iri).replace(':', '-');
    }

    static String code(String text) {
        return "`" + text + "`";
    }
}
