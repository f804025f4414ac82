package org.pairgraph.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.pairgraph.sparql.AcceptedRanges;

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
        return of(possible(query), named, accept);
    }

    private static List<ResultFormat> possible(Query query) {
        return query.isSelectType() || query.isAskType() ? OF_ROWS : OF_GRAPHS;
    }

    /** How much a client likes the result of a query, in whatever it can be written as. */
    static double quality(Query query, AcceptedRanges accepted) {
        return Stream.concat(possible(query).stream().map(format -> format.mediaType), Stream.of(Json.TYPE))
                .mapToDouble(accepted::quality)
                .max()
                .orElseThrow();
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
        var offered = Stream.concat(Stream.of(Json.TYPE), OF_GRAPHS.stream().map(format -> format.mediaType))
                .toList();
        return findBest(offered, accept.orElse(Json.TYPE)).flatMap(best -> ofMediaType(OF_GRAPHS, best));
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
        var best = findBest(possible.stream().map(format -> format.mediaType).toList(), header)
                .flatMap(mediaType -> ofMediaType(possible, mediaType));
        if (best.isPresent()) {
            return best.get();
        }
        if (possible.contains(JSON) && AcceptedRanges.of(header).quality(Json.TYPE) > 0) {
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

    /** Jena's choice, which takes what the client names first and knows lower case only, unless the client rules it out. */
    private static Optional<String> findBest(List<String> mediaTypes, String header) {
        var ranges = AcceptedRanges.of(header);
        return Optional.ofNullable(AcceptList.match(
                        new AcceptList(header.toLowerCase(Locale.ROOT)),
                        AcceptList.create(mediaTypes.toArray(String[]::new))))
                .map(MediaType::getContentTypeStr)
                .filter(chosen -> ranges.quality(chosen) > 0)
                .or(() -> mediaTypes.stream()
                        .filter(one -> ranges.quality(one) > 0)
                        .max(Comparator.comparingDouble(ranges::quality)));
    }

    private static Optional<ResultFormat> ofMediaType(List<ResultFormat> possible, String mediaType) {
        return possible.stream()
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    private static String labels(List<ResultFormat> formats) {
        return formats.stream().map(ResultFormat::label).collect(Collectors.joining(", "));
    }
}
