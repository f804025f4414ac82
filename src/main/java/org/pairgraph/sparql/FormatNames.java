package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.Responses;
import org.apache.jena.fuseki.system.ConNeg;
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

    /** What Fuseki does not know it ignores, with a line in the log for each. */
    private static final Set<String> KNOWN = Set.of(
            HttpNames.paramQuery,
            HttpNames.paramDefaultGraphURI,
            HttpNames.paramNamedGraphURI,
            HttpNames.paramOutput1,
            HttpNames.paramOutput2,
            HttpNames.paramOutput3,
            Revisions.PARAMETER);

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
    private Optional<String> chosen = Optional.empty();

    FormatNames(HttpServletRequest request, QueryForm form) {
        super(request);
        boolean isGraph = form.kind() == QueryForm.Kind.GRAPH;
        this.mediaTypes = isGraph ? OF_GRAPHS : OF_ROWS;
        this.shortNames = isGraph ? Responses.shortNamesGraph : Responses.shortNamesResultSet;
    }

    /**
     * The media type of the answer: that of the format that the request names, else the one that Fuseki chooses, else one
     * that the client does not rule out, which Fuseki is then told to choose (RFC 9110 §12.5.1).
     *
     * @param offer what an answer is written in
     * @param otherwise for who accepts anything
     * @throws QueryRefusal if it is not written in what is named, or in nothing that is accepted
     */
    String mediaType(AcceptList offer, MediaType otherwise) {
        return PARAMETERS.stream()
                .map(super::getParameter)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .map(name -> mediaType(name, offer))
                .orElseGet(() -> accepted(offer, otherwise));
    }

    private String accepted(AcceptList offer, MediaType otherwise) {
        var usual = ConNeg.chooseContentType(this, offer, otherwise).getContentTypeStr();
        var accepted = AcceptedRanges.of(String.join(",", Collections.list(getHeaders(HttpNames.hAccept))));
        if (accepted.sayNothing() || accepted.quality(usual) > 0) {
            return usual;
        }
        chosen = mediaTypes(offer)
                .filter(type -> accepted.quality(type) > 0)
                .max(Comparator.comparingDouble(accepted::quality));
        return chosen.orElseThrow(() -> QueryRefusal.of(
                SparqlProblem.Kind.NOT_ACCEPTABLE,
                "This answer is written in %s: accept one of them"
                        .formatted(mediaTypes(offer).collect(Collectors.joining(", ")))));
    }

    /** Media types have no case (RFC 9110 §8.3.1), and Fuseki knows lower case only. */
    private static List<String> inLowerCase(List<String> lines) {
        return lines.stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
    }

    private static Stream<String> mediaTypes(AcceptList offer) {
        return offer.entries().stream().map(MediaType::getContentTypeStr);
    }

    private String mediaType(String name, AcceptList offer) {
        var key = name.toLowerCase(Locale.ROOT);
        var type = mediaTypes.getOrDefault(key, shortNames.getOrDefault(key, name));
        if (!isOffered(type, offer)) {
            throw QueryRefusal.of(
                    SparqlProblem.Kind.BAD_REQUEST,
                    "There is no format \"%s\" for this answer: output and format take a media type or one of %s"
                            .formatted(name, known(offer)));
        }
        return type;
    }

    private static boolean isOffered(String type, AcceptList offer) {
        return mediaTypes(offer).anyMatch(type::equals);
    }

    /** The names of the formats, in the order of the alphabet. */
    private String known(AcceptList offer) {
        return Stream.of(shortNames, mediaTypes)
                .flatMap(names -> names.entrySet().stream())
                .filter(name -> isOffered(name.getValue(), offer))
                .map(Map.Entry::getKey)
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

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(Collections.list(super.getParameterNames()).stream()
                .filter(KNOWN::contains)
                .toList());
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (!name.equalsIgnoreCase(HttpNames.hAccept)) {
            return super.getHeaders(name);
        }
        return Collections.enumeration(
                chosen.map(List::of).orElseGet(() -> inLowerCase(Collections.list(super.getHeaders(name)))));
    }
}
