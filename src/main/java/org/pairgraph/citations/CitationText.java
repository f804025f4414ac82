package org.pairgraph.citations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A citation as papers and reference managers want it. */
public record CitationText(Citation citation, String url) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line for a list of references. */
    public String plain() {
        return "pairgraph (%d). %s. Revision %d (%s) of store %s, %s, SHA-256 %s. %s\n"
                .formatted(
                        date().getYear(),
                        title(),
                        citation.revision(),
                        citation.revisedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                        citation.store(),
                        size(),
                        citation.digest(),
                        url);
    }

    /** An entry for BibTeX; the braces within braces keep capitals, which most styles would take from a title. */
    public String bibtex() {
        return """
                @misc{pairgraph-%s,
                  author = {{pairgraph}},
                  title = {{%s}},
                  year = {%d},
                  howpublished = {SPARQL query of revision %d (%s)},
                  url = {%s},
                  note = {%s; result SHA-256 %s; store %s}
                }
                """.formatted(
                        citation.id().substring(0, 12),
                        escaped(title()),
                        date().getYear(),
                        citation.revision(),
                        citation.revisedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                        url,
                        size(),
                        citation.digest(),
                        citation.store());
    }

    /** A list of one item in CSL-JSON 1.0.2. */
    public String csl() {
        var day = date();
        var item = new TreeMap<String, Object>(Map.of(
                "id",
                "pairgraph-" + citation.id().substring(0, 12),
                "type",
                "dataset",
                "title",
                title(),
                "author",
                List.of(Map.of("literal", "pairgraph")),
                "issued",
                Map.of("date-parts", List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))),
                "version",
                "revision " + citation.revision(),
                "URL",
                url,
                "note",
                size() + "; result SHA-256 " + citation.digest() + "; store " + citation.store()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers cannot be written", e);
        }
    }

    private String title() {
        return citation.title().orElse("Result of a SPARQL query");
    }

    private String size() {
        return switch (citation.kind()) {
            case ROWS -> citation.rows() + (citation.rows() == 1 ? " row" : " rows");
            case BOOLEAN -> "true or false";
            case GRAPH -> citation.rows() + (citation.rows() == 1 ? " triple" : " triples");
        };
    }

    private LocalDate date() {
        return citation.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\{}])", "").replaceAll("([&%$#_])", "\\\\$1");
    }
}
