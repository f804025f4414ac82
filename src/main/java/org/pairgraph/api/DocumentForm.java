package org.pairgraph.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pairgraph.linked.Syntax;
import org.pairgraph.sparql.AcceptedRanges;

/** What the document about a thing can come as: RDF in one of four syntaxes, or a page to read. */
enum DocumentForm {
    TTL(Optional.of(Syntax.TTL)),
    JSONLD(Optional.of(Syntax.JSONLD)),
    NT(Optional.of(Syntax.NT)),
    RDF(Optional.of(Syntax.RDF)),
    HTML(Optional.empty());

    private final Optional<Syntax> syntax;

    DocumentForm(Optional<Syntax> syntax) {
        this.syntax = syntax;
    }

    /**
     * The form that a client likes best; Turtle when it says nothing.
     *
     * @throws ProblemException if it likes none
     */
    static DocumentForm accepted(Optional<String> header) {
        if (header.isEmpty()) {
            return TTL;
        }
        var ranges = AcceptedRanges.of(header.get());
        return all().stream()
                .filter(form -> form.quality(ranges) > 0)
                .max(Comparator.comparingDouble((DocumentForm form) -> form.quality(ranges))
                        .thenComparing(Comparator.<DocumentForm>naturalOrder().reversed()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "The description cannot be written as \"%s\": accept one of %s, or end the address in one of %s"
                                .formatted(
                                        Parameters.shown(header.get()),
                                        joined(DocumentForm::mediaType),
                                        joined(form -> "." + form.suffix()))));
    }

    /** N-Triples were text/plain before they had a type of their own (RDF Test Cases §3.1), and rdflib asks for that. */
    private double quality(AcceptedRanges ranges) {
        double own = ranges.quality(mediaType());
        return this == NT ? Math.max(own, ranges.quality("text/plain")) : own;
    }

    /** The form that the end of an address names. */
    static Optional<DocumentForm> ofSuffix(String suffix) {
        return all().stream().filter(form -> form.suffix().equals(suffix)).findFirst();
    }

    static List<DocumentForm> all() {
        return List.of(values());
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return syntax.map(Syntax::mediaType).orElse("text/html");
    }

    /** The header's value; text is UTF-8 and says so. */
    String contentType() {
        return mediaType().startsWith("text/") ? mediaType() + "; charset=utf-8" : mediaType();
    }

    /** How it writes triples; none of a page. */
    Optional<Syntax> syntax() {
        return syntax;
    }

    private static String joined(Function<DocumentForm, String> name) {
        return all().stream().map(name).collect(Collectors.joining(", "));
    }
}
