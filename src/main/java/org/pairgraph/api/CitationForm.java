package org.pairgraph.api;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pairgraph.sparql.AcceptedRanges;

/** What a citation can come as. */
enum CitationForm {
    JSON(Json.TYPE, ".json"),
    HTML("text/html", ".html"),
    BIBTEX("application/x-bibtex", ".bib"),
    CSL("application/vnd.citationstyles.csl+json", ".csl.json"),
    TEXT("text/plain", ".txt");

    private final String mediaType;
    private final String ending;

    CitationForm(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The form of an ending of an address, like {@code .bib}. */
    static Optional<CitationForm> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(form -> form.ending.equals(ending))
                .findFirst();
    }

    /** What may stand behind the id in an address. */
    static String endings() {
        return Arrays.stream(values()).map(CitationForm::ending).sorted().collect(Collectors.joining(", "));
    }

    /** What stands behind the id in the address of this form. */
    String ending() {
        return ending;
    }

    /**
     * The form that a client likes best.
     *
     * @param named what {@code format} says; it goes before {@code Accept}
     * @throws ProblemException if there is none
     */
    static CitationForm of(Optional<String> named, Optional<String> accept) {
        if (named.isPresent()) {
            return Arrays.stream(values())
                    .filter(form -> form.label().equals(named.get()))
                    .findFirst()
                    .orElseThrow(() -> Parameters.bad(
                            "format",
                            "cannot be \"%s\"; it is one of: %s".formatted(Parameters.shown(named.get()), labels())));
        }
        if (accept.isEmpty()) {
            return JSON;
        }
        var ranges = AcceptedRanges.of(accept.get());
        return Arrays.stream(values())
                .filter(form -> ranges.quality(form.mediaType) > 0)
                .max(Comparator.comparingDouble((CitationForm form) -> ranges.quality(form.mediaType))
                        .thenComparing(Comparator.<CitationForm>naturalOrder().reversed()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "A citation cannot be written as \"%s\": set format to one of %s"
                                .formatted(Parameters.shown(accept.get()), labels())));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return mediaType.startsWith("text/") || this == BIBTEX ? mediaType + "; charset=utf-8" : mediaType;
    }

    private static String labels() {
        return Arrays.stream(values()).map(CitationForm::label).collect(Collectors.joining(", "));
    }
}
