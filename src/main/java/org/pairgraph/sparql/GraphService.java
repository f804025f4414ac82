package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.XmlLimits;
import org.pairgraph.vocab.XmlLimits.NotInXml;

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
    private final GuardedQueries queries;
    private final Tags tags;

    GraphService(PairStore store, GuardedQueries queries, Tags tags) {
        this.store = store;
        this.queries = queries;
        this.tags = tags;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept, Accept-Encoding");
        var problem = problem(request);
        if (problem.isPresent()) {
            problem.get().send(request, response);
        } else {
            Revisions.read(store, request, response, (dataset, history) -> send(request, response, dataset, history));
        }
    }

    private static Optional<SparqlProblem> problem(HttpServletRequest request) {
        var unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of(SparqlProblem.of(
                    Kind.BAD_REQUEST,
                    "There is no parameter \"%s\" here: a graph is read with default, graph, revision, output"
                            .formatted(unknown.get())));
        }
        return NamedGraph.isOne(request)
                ? Optional.empty()
                : Optional.of(SparqlProblem.of(
                        Kind.BAD_REQUEST,
                        "Name one graph: ?default, or ?graph= and its IRI; the whole store is at /data/dumps/"));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, DatasetGraph dataset, History history)
            throws IOException {
        var named = NamedGraph.find(request, history)
                .orElseThrow(() -> QueryRefusal.unknownGraph(request.getParameter(NamedGraph.GRAPH)));
        var type = mediaType(request);
        var lang = RDFLanguages.contentTypeToLang(type);
        if (!isStreamed(lang) && named.triples() > MOST_HELD) {
            SparqlProblem.of(
                            Kind.NOT_ACCEPTABLE,
                            "%s needs all %d triples in memory: take text/turtle or application/n-triples"
                                    .formatted(lang.getHeaderString(), named.triples()))
                    .send(request, response);
            return;
        }
        var tag = named.version()
                .map(graph -> VersionTag.of(store.id(), graph).in(type, Compression.isWanted(request)))
                .orElseGet(() -> tags.of(history.head(), named.iri().orElse(""), type));
        response.setIntHeader(Endpoint.REVISION_HEADER, history.head());
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        if (Tags.has(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        if (request.getMethod().equals("HEAD")) {
            leaveLengthOpen(response);
        } else {
            writeInPlace(request, response, graph(dataset, named), lang);
        }
    }

    /** An answer that ends without a body would say that it has 0 bytes, and the graph has more (RFC 9110 §8.6). */
    private static void leaveLengthOpen(HttpServletResponse response) throws IOException {
        response.flushBuffer();
    }

    /** A graph takes one of the places of queries, and as long as they may. */
    private void writeInPlace(HttpServletRequest request, HttpServletResponse response, Graph graph, Lang lang)
            throws IOException {
        try {
            queries.run(named(request), request.getRemoteAddr(), run -> {
                run.query().lastResort(() -> Connections.hangUp(request));
                var read = new Prefixed(graph, run.query());
                if (lang.equals(Lang.RDFXML)) {
                    requireInRdfXml(read);
                }
                return written(request, response, read, lang);
            });
        } catch (QueryRefusal e) {
            if (response.isCommitted()) {
                Connections.hangUp(request);
            } else {
                response.reset();
                CrossOrigin.allowReading(response);
                e.retryAfter().ifPresent(wait -> response.setHeader("Retry-After", String.valueOf(wait.toSeconds())));
                SparqlProblem.of(e).send(request, response);
            }
        }
    }

    /** The answer is not closed when writing fails, so that nobody takes a part of it for the whole. */
    private static boolean written(HttpServletRequest request, HttpServletResponse response, Graph graph, Lang lang) {
        try {
            boolean compressed = Compression.isWanted(request);
            if (compressed) {
                response.setHeader("Content-Encoding", "gzip");
            }
            var body = response.getOutputStream();
            var out = compressed ? Compression.stream(body) : body;
            RDFWriter.source(graph).format(format(lang)).output(out);
            out.close();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before anything is sent, so that the answer can still be a problem. */
    private static void requireInRdfXml(Graph graph) {
        try {
            XmlLimits.requireInRdfXml(graph.find());
        } catch (NotInXml e) {
            throw QueryRefusal.of(e);
        }
    }

    private static String named(HttpServletRequest request) {
        var graph = request.getParameter(NamedGraph.GRAPH);
        return graph == null ? "GET the default graph" : "GET the graph <" + graph + ">";
    }

    private static Graph graph(DatasetGraph dataset, NamedGraph named) {
        return named.iri()
                .map(iri -> dataset.getGraph(NodeFactory.createURI(iri)))
                .orElseGet(dataset::getDefaultGraph);
    }

    private static String mediaType(HttpServletRequest request) {
        return new FormatNames(request, QueryForm.OF_A_GRAPH).mediaType(DEF.rdfOffer, DEF.acceptTurtle);
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

    /** A graph of the store, which knows no prefixes, with ours; reading it ends when it is stopped. */
    private static final class Prefixed extends WrappedGraph {
        private static final PrefixMapping OURS = PrefixMapping.Factory.create()
                .setNsPrefixes(Namespaces.PREFIXES)
                .lock();

        private final RunningQuery reading;

        Prefixed(Graph graph, RunningQuery reading) {
            super(graph);
            this.reading = reading;
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            return WrappedIterator.create(base.find(subject, predicate, object)).mapWith(triple -> {
                reading.check();
                return triple;
            });
        }

        @Override
        public ExtendedIterator<Triple> find(Triple triple) {
            return find(triple.getSubject(), triple.getPredicate(), triple.getObject());
        }

        @Override
        public ExtendedIterator<Triple> find() {
            return find(Node.ANY, Node.ANY, Node.ANY);
        }

        @Override
        public PrefixMapping getPrefixMapping() {
            return OURS;
        }
    }
}
