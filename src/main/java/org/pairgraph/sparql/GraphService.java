package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.store.UnknownRevision;
import org.pairgraph.vocab.Namespaces;

/**
 * Reads of graphs (Graph Store Protocol §5.2): the default graph, each version of a source, the ledger, the derived
 * triples, at every revision. A source's name without a version is its current one.
 */
final class GraphService {
    private static final Set<String> PARAMETERS =
            Set.of(NamedGraph.DEFAULT, NamedGraph.GRAPH, Revisions.PARAMETER, "output", "format");

    /** Beyond so many triples a format that needs them all in memory is not written. */
    private static final long MOST_HELD = 200_000;

    private final PairStore store;
    private final Tags tags;

    GraphService(PairStore store, Tags tags) {
        this.store = store;
        this.tags = tags;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept, Accept-Encoding");
        var revision = Revisions.find(request, store.history().head());
        var problem = problem(request, revision);
        if (problem.isPresent()) {
            problem.get().send(request, response);
            return;
        }
        try {
            store.readAt(revision.getAsInt(), (dataset, history) -> sent(request, response, dataset, history));
        } catch (UnknownRevision e) {
            SparqlProblem.of(Kind.UNKNOWN_REVISION, String.valueOf(e.getMessage()))
                    .send(request, response);
        } catch (RevisionNotAtHand e) {
            response.setHeader("Retry-After", String.valueOf(e.retryAfter().toSeconds()));
            SparqlProblem.of(Kind.REVISION_NOT_AT_HAND, String.valueOf(e.getMessage()))
                    .send(request, response);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<SparqlProblem> problem(HttpServletRequest request, OptionalInt revision) {
        var unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of(SparqlProblem.of(
                    Kind.BAD_REQUEST,
                    "There is no parameter \"%s\" here: a graph is read with default, graph, revision, output"
                            .formatted(unknown.get())));
        }
        if (revision.isEmpty()) {
            return Optional.of(SparqlProblem.of(
                    Kind.BAD_REQUEST,
                    "revision is a whole number, not \"%s\"".formatted(request.getParameter(Revisions.PARAMETER))));
        }
        return NamedGraph.isOne(request)
                ? Optional.empty()
                : Optional.of(SparqlProblem.of(
                        Kind.BAD_REQUEST,
                        "Name one graph: ?default, or ?graph= and its IRI; the whole store is at /data/dumps/"));
    }

    private boolean sent(
            HttpServletRequest request, HttpServletResponse response, DatasetGraph dataset, History history) {
        try {
            send(request, response, dataset, history);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, DatasetGraph dataset, History history)
            throws IOException {
        var named = NamedGraph.find(request, history);
        if (named.isEmpty()) {
            SparqlProblem.unknownGraph(request.getParameter(NamedGraph.GRAPH)).send(request, response);
            return;
        }
        var type = mediaType(request);
        var lang = RDFLanguages.contentTypeToLang(type);
        if (!isStreamed(lang) && named.get().triples() > MOST_HELD) {
            SparqlProblem.of(
                            Kind.NOT_ACCEPTABLE,
                            "%s needs all %d triples in memory: take text/turtle or application/n-triples"
                                    .formatted(
                                            lang.getHeaderString(), named.get().triples()))
                    .send(request, response);
            return;
        }
        var tag = tags.of(history.head(), named.get().iri().orElse(""), type);
        response.setIntHeader(Endpoint.REVISION_HEADER, history.head());
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        if (Tags.has(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        if (!request.getMethod().equals("HEAD")) {
            write(request, response, graph(dataset, named.get()), lang);
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Graph graph, Lang lang)
            throws IOException {
        boolean compressed = Compression.isWanted(request);
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var body = response.getOutputStream();
        try (var out = compressed ? Compression.stream(body) : body) {
            RDFWriter.source(new Prefixed(graph)).format(format(lang)).output(out);
        }
    }

    private static Graph graph(DatasetGraph dataset, NamedGraph named) {
        return named.iri()
                .map(iri -> dataset.getGraph(NodeFactory.createURI(iri)))
                .orElseGet(dataset::getDefaultGraph);
    }

    /** A format for triples, whatever is asked for. */
    private static String mediaType(HttpServletRequest request) {
        return new FormatNames(request, QueryForm.OF_A_GRAPH)
                .findMediaType()
                .filter(type -> isOfTriples(RDFLanguages.contentTypeToLang(type)))
                .orElseGet(() -> ConNeg.chooseContentType(request, DEF.rdfOffer, DEF.acceptTurtle)
                        .getContentTypeStr());
    }

    private static boolean isOfTriples(@Nullable Lang lang) {
        return lang != null && RDFLanguages.isTriples(lang);
    }

    /** Turtle in blocks, as the triples come; what else there is, as Jena writes it. */
    private static RDFFormat format(Lang lang) {
        return lang.equals(Lang.TURTLE)
                ? RDFFormat.TURTLE_BLOCKS
                : lang.equals(Lang.RDFXML) ? RDFFormat.RDFXML_PLAIN : RDFWriterRegistry.defaultSerialization(lang);
    }

    private static boolean isStreamed(Lang lang) {
        return !Set.of(Lang.JSONLD, Lang.JSONLD11, Lang.RDFJSON, Lang.RDFXML).contains(lang);
    }

    /** A graph of the store, which knows no prefixes, with ours. */
    private static final class Prefixed extends WrappedGraph {
        private static final PrefixMapping OURS = PrefixMapping.Factory.create()
                .setNsPrefixes(Namespaces.PREFIXES)
                .lock();

        Prefixed(Graph graph) {
            super(graph);
        }

        @Override
        public PrefixMapping getPrefixMapping() {
            return OURS;
        }
    }
}
