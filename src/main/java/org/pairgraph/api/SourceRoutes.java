package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.store.History;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.XmlLimits;

/** Sources, their versions, and the revisions that brought them. */
final class SourceRoutes {
    private static final String FORMAT = "format";
    private static final Set<String> OF_A_PAGE = Set.of(Parameters.REVISION);
    private static final Set<String> OF_A_VERSION = new TreeSet<>(Set.of(FORMAT, Parameters.REVISION));
    private static final Set<String> OF_REVISIONS =
            new TreeSet<>(Set.of(Parameters.CURSOR, Parameters.LIMIT, Parameters.REVISION));

    private final Answers answers;

    SourceRoutes(Answers answers) {
        this.answers = answers;
    }

    void sources(Context ctx) {
        json(ctx, Parameters.of(ctx, OF_A_PAGE), SourceAnswers::sources);
    }

    void source(Context ctx) {
        json(ctx, Parameters.of(ctx, OF_A_PAGE), history -> SourceAnswers.source(ctx.pathParam("name"), history));
    }

    /** What the ledger says of a version, or its triples. */
    void version(Context ctx) {
        var parameters = Parameters.of(ctx, OF_A_VERSION);
        var format = ResultFormat.findOfGraph(parameters.find(FORMAT), AcceptHeader.find(ctx));
        ctx.header(Header.VARY, Header.ACCEPT);
        answers.ofHistory(ctx, parameters, format.map(ResultFormat::contentType).orElse(Json.TYPE), lent -> {
            var source = SourceAnswers.known(ctx.pathParam("name"), lent.history());
            var version = SourceAnswers.known(source, ctx.pathParam("version"), lent.history());
            return format.map(wanted -> triples(lent, version.graph().iri(), wanted))
                    .orElseGet(() -> Json.bytes(SourceAnswers.version(version, lent.history())));
        });
    }

    /** The newest first. */
    void revisions(Context ctx) {
        answers.ofHistory(ctx, Parameters.of(ctx, OF_REVISIONS), Json.TYPE, lent -> {
            var part = lent.part(() -> lent.history().revisions().reversed());
            return Json.bytes(new Page<>(
                    part.all().size(),
                    part.next(),
                    part.items().stream().map(SourceAnswers::revision).toList()));
        });
    }

    private void json(Context ctx, Parameters parameters, Function<History, Object> reading) {
        answers.ofHistory(ctx, parameters, Json.TYPE, lent -> Json.bytes(reading.apply(lent.history())));
    }

    private static byte[] triples(Lent lent, String graphName, ResultFormat format) {
        var graph = GraphFactory.createGraphMem();
        GraphUtil.addInto(graph, lent.dataset().getGraph(NodeFactory.createURI(graphName)));
        Namespaces.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        if (format == ResultFormat.RDFXML) {
            XmlLimits.requireInRdfXml(graph.find());
        }
        var out = new ByteArrayOutputStream();
        RDFWriter.source(graph).lang(format.lang()).output(out);
        return out.toByteArray();
    }
}
