package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.fuseki.servlets.Responses;
import org.apache.jena.riot.WebContent;
import org.apache.jena.riot.web.HttpNames;
import org.jspecify.annotations.Nullable;

/**
 * A request as Fuseki is to see it. It may name a format by more names than Fuseki knows: by those of the API, and by
 * those that SPARQLWrapper sends; and it may not make a program of its answer.
 */
final class FormatNames extends HttpServletRequestWrapper {
    /** The parameters that name a format; the first that is given counts. */
    private static final List<String> PARAMETERS =
            List.of(HttpNames.paramOutput1, HttpNames.paramOutput2, HttpNames.paramOutput3);

    /** They would have the answer run in the page of a browser as a program of whoever made the link. */
    private static final Set<String> NOT_TAKEN = Set.of(HttpNames.paramCallback, HttpNames.paramStyleSheet);

    private static final Map<String, String> OF_GRAPHS = Map.of(
            "jsonld", WebContent.contentTypeJSONLD,
            "n3", WebContent.contentTypeTurtle,
            "nquads", WebContent.contentTypeNQuads,
            "ntriples", WebContent.contentTypeNTriples,
            "rdf", WebContent.contentTypeRDFXML,
            "rdf+xml", WebContent.contentTypeRDFXML,
            "rdfxml", WebContent.contentTypeRDFXML);
    private static final Map<String, String> OF_ROWS = Map.of("table", WebContent.contentTypeTextPlain);

    private final Map<String, String> mediaTypes;
    private final Map<String, String> shortNames;

    FormatNames(HttpServletRequest request, QueryForm form) {
        super(request);
        boolean isGraph = form.kind() == QueryForm.Kind.GRAPH;
        this.mediaTypes = isGraph ? OF_GRAPHS : OF_ROWS;
        this.shortNames = isGraph ? Responses.shortNamesGraph : Responses.shortNamesResultSet;
    }

    /** The media type of the format that the request names. */
    Optional<String> findMediaType() {
        return PARAMETERS.stream()
                .map(this::getParameter)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .map(name -> shortNames.getOrDefault(name.toLowerCase(Locale.ROOT), name));
    }

    /** The format that the request names, if no answer to such a query is written in it. */
    Optional<String> findUnknown(AcceptList offer) {
        return findMediaType()
                .filter(type -> !shortNames.containsValue(type) && !mediaTypes.containsValue(type))
                .filter(type -> offer.entries().stream()
                        .noneMatch(offered -> offered.getContentTypeStr().equals(type)));
    }

    /** The names of the formats, in the order of the alphabet. */
    String known() {
        return Stream.concat(shortNames.keySet().stream(), mediaTypes.keySet().stream())
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable String getParameter(String name) {
        if (NOT_TAKEN.contains(name)) {
            return null;
        }
        var value = super.getParameter(name);
        return value != null && PARAMETERS.contains(name)
                ? mediaTypes.getOrDefault(value.strip().toLowerCase(Locale.ROOT), value)
                : value;
    }
}
