package org.pairgraph.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** A format that the result of a query can be written in: rows in one of the first five, a graph in one of the rest. */
enum ResultFormat {
    JSON("application/sparql-results+json", ResultSetLang.RS_JSON),
    CSV("text/csv", ResultSetLang.RS_CSV),
    TSV("text/tab-separated-values", ResultSetLang.RS_TSV),
    XML("application/sparql-results+xml", ResultSetLang.RS_XML),
    TABLE("text/plain", ResultSetLang.RS_Text),
    TTL("text/turtle", Lang.TURTLE),
    JSONLD("application/ld+json", Lang.JSONLD),
    NT("application/n-triples", Lang.NTRIPLES),
    RDFXML("application/rdf+xml", Lang.RDFXML);

    private static final List<ResultFormat> OF_ROWS = List.of(JSON, CSV, TSV, XML, TABLE);
    private static final List<ResultFormat> OF_GRAPHS = List.of(TTL, JSONLD, NT, RDFXML);

    private final String mediaType;
    private final Lang lang;

    ResultFormat(String mediaType, Lang lang) {
        this.mediaType = mediaType;
        this.lang = lang;
    }

    /**
     * The format for the result of a query.
     *
     * @param named what the parameter {@code format} says; it goes before {@code Accept}
     * @throws ProblemException if the result cannot be written so
     */
    static ResultFormat of(Query query, Optional<String> named, Optional<String> accept) {
        return of(query.isSelectType() || query.isAskType() ? OF_ROWS : OF_GRAPHS, named, accept);
    }

    /**
     * The format for a graph where the answer may also be a description of it; none when that is wanted.
     *
     * @throws ProblemException if {@code format} names none for graphs
     */
    static Optional<ResultFormat> findOfGraph(Optional<String> named, Optional<String> accept) {
        if (named.isPresent()) {
            return Optional.of(of(OF_GRAPHS, named, accept));
        }
        var ranges = new AcceptList(accept.orElse(Json.TYPE));
        var offered = Stream.concat(Stream.of(Json.TYPE), OF_GRAPHS.stream().map(format -> format.mediaType))
                .toArray(String[]::new);
        return Optional.ofNullable(AcceptList.match(ranges, AcceptList.create(offered)))
                .flatMap(best -> OF_GRAPHS.stream()
                        .filter(format -> format.mediaType.equals(best.getContentTypeStr()))
                        .findFirst());
    }

    private static ResultFormat of(List<ResultFormat> possible, Optional<String> named, Optional<String> accept) {
        if (named.isPresent()) {
            return possible.stream()
                    .filter(format -> format.label().equals(named.get()))
                    .findFirst()
                    .orElseThrow(() -> Parameters.bad(
                            "format",
                            "cannot be \"%s\" here; it is one of: %s"
                                    .formatted(Parameters.shown(named.get()), labels(possible))));
        }
        return accept.map(header -> accepted(possible, header)).orElse(possible.getFirst());
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The header's value; text is UTF-8 and says so. */
    String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    Lang lang() {
        return lang;
    }

    private static ResultFormat accepted(List<ResultFormat> possible, String header) {
        var best = AcceptList.match(
                new AcceptList(header),
                AcceptList.create(
                        possible.stream().map(format -> format.mediaType).toArray(String[]::new)));
        if (best != null) {
            return possible.stream()
                    .filter(format -> format.mediaType.equals(best.getContentTypeStr()))
                    .findFirst()
                    .orElseThrow();
        }
        if (possible.contains(JSON) && isJson(header)) {
            return JSON;
        }
        throw ProblemException.of(
                ProblemType.NOT_ACCEPTABLE,
                "The result cannot be written as \"%s\": accept one of %s, or set format to one of %s"
                        .formatted(
                                Parameters.shown(header),
                                possible.stream()
                                        .map(format -> format.mediaType)
                                        .collect(Collectors.joining(", ")),
                                labels(possible)));
    }

    private static boolean isJson(String header) {
        return Arrays.stream(header.split(","))
                .anyMatch(range -> range.strip().toLowerCase(Locale.ROOT).startsWith(Json.TYPE));
    }

    private static String labels(List<ResultFormat> formats) {
        return formats.stream().map(ResultFormat::label).collect(Collectors.joining(", "));
    }
}
