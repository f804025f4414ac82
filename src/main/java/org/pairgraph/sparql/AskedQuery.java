package org.pairgraph.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.riot.web.HttpNames;

/**
 * What a request asks of the engine: a well-formed query, and everything else that its answer depends on.
 *
 * @param parameters all of the request, the query among them; by name
 * @param mediaType of the answer
 */
record AskedQuery(String text, QueryForm form, Map<String, List<String>> parameters, String mediaType) {
    /**
     * @param text of the query, from a parameter or from the body
     * @throws QueryRefusal if the request names a format that there is not, or accepts none
     */
    static AskedQuery of(FormatNames request, String text, QueryForm form) {
        var parameters = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        return new AskedQuery(text, form, parameters, mediaType(request, form));
    }

    /** The graphs that the answer is to be read from; none when it is the default graph of the store. */
    List<String> graphs() {
        var ofProtocol = graphs(HttpNames.paramDefaultGraphURI, HttpNames.paramNamedGraphURI);
        return ofProtocol.isEmpty() ? form.graphs() : ofProtocol;
    }

    /**
     * What tells this request from any other one at the same revision. Each part says its length before it, so that no
     * text can pretend to be two: the answer to one request would be given to another.
     */
    String fingerprint() {
        var fingerprint = new StringBuilder();
        append(fingerprint, mediaType);
        append(fingerprint, text);
        parameters.forEach((name, values) -> {
            if (!name.equals(Revisions.PARAMETER) && !name.equals(HttpNames.paramQuery)) {
                values.forEach(value -> {
                    append(fingerprint, name);
                    append(fingerprint, value);
                });
            }
        });
        return fingerprint.toString();
    }

    private static void append(StringBuilder fingerprint, String part) {
        fingerprint.append(part.length()).append(':').append(part);
    }

    private List<String> graphs(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> parameters.getOrDefault(name, List.of()).stream())
                .filter(iri -> !iri.isEmpty())
                .toList();
    }

    private static String mediaType(FormatNames request, QueryForm form) {
        var otherwise = form.kind() == QueryForm.Kind.GRAPH ? DEF.acceptTurtle : DEF.acceptResultSetXML;
        return request.mediaType(offer(form), otherwise);
    }

    private static AcceptList offer(QueryForm form) {
        return switch (form.kind()) {
            case ROWS -> DEF.rsOfferTable;
            case BOOLEAN -> DEF.rsOfferBoolean;
            case GRAPH -> DEF.constructOffer;
        };
    }
}
