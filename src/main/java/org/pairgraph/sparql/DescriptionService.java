package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.TripleCounts;

/** Answers who asks the endpoint nothing: a program gets its description, a person the page to write queries on. */
final class DescriptionService {
    private static final String PAGE = "/query";
    private static final String HTML = "text/html";
    private static final Set<String> FORMATS = Set.of("output", "format", "results");
    private static final AcceptList OFFERED = offered();

    private final PairStore store;
    private final Tags tags;
    private @Nullable Counted former;

    DescriptionService(PairStore store, Tags tags) {
        this.store = store;
        this.tags = tags;
    }

    /** What was counted of a former revision; the last one is kept. */
    private record Counted(int revision, TripleCounts counts) {}

    /** Whether a request without a query asks for the description, and for nothing that it does not say. */
    static boolean isWanted(HttpServletRequest request) {
        return request.getParameterMap().keySet().stream()
                .allMatch(name -> FORMATS.contains(name) || name.equals(Revisions.PARAMETER));
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept, Accept-Encoding");
        try {
            answer(request, response, mediaType(request));
        } catch (QueryRefusal e) {
            SparqlProblem.of(e).send(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String type) throws IOException {
        if (type.equals(HTML)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", PAGE);
            return;
        }
        Revisions.read(
                store, request, response, (dataset, history) -> answer(request, response, type, dataset, history));
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            String type,
            DatasetGraph dataset,
            History history)
            throws IOException {
        var base = request.getRequestURL().toString().replaceFirst("/sparql$", "");
        var tag = tags.of(history.head(), "description", type, base);
        response.setIntHeader(Endpoint.REVISION_HEADER, history.head());
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        if (Tags.has(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        var output = new AnswerOutput(response, Compression.isWanted(request), false, Integer.MAX_VALUE);
        output.write(written(ServiceDescription.of(base, history, counts(dataset, history)), type));
        output.finish();
    }

    private static byte[] written(Model description, String type) {
        var bytes = new ByteArrayOutputStream();
        RDFWriter.source(description)
                .format(ActionLib.getNetworkFormatForLang(RDFLanguages.contentTypeToLang(type)))
                .output(bytes);
        return bytes.toByteArray();
    }

    private TripleCounts counts(DatasetGraph dataset, History history) {
        return dataset == store.dataset() ? store.countsWithin() : ofFormer(dataset, history.head());
    }

    private synchronized TripleCounts ofFormer(DatasetGraph dataset, int revision) {
        var known = former;
        if (known == null || known.revision() != revision) {
            known = new Counted(revision, TripleCounts.of(dataset.getDefaultGraph()));
            former = known;
        }
        return known.counts();
    }

    private static String mediaType(HttpServletRequest request) {
        return new FormatNames(request, QueryForm.OF_A_GRAPH).mediaType(OFFERED, DEF.acceptTurtle);
    }

    /** Turtle first: it is what a program gets that takes anything. */
    private static AcceptList offered() {
        var graphs = DEF.rdfOffer.entries().stream().map(MediaType::getContentTypeStr);
        return AcceptList.create(Stream.concat(graphs, Stream.of(HTML)).toArray(String[]::new));
    }
}
