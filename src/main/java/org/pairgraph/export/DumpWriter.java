package org.pairgraph.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.History;
import org.pairgraph.store.PairStore;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.XmlLimits;

/**
 * Writes what a revision says, sorted, so that the same revision gives the same bytes. Memory is bounded but for JSON-LD
 * and RDF/XML, which are made whole and only up to a bound.
 */
public final class DumpWriter {
    private static final int BUFFER = 64 * 1024;
    static final int WHOLE_AT_MOST = 500_000;

    private final Path scratch;
    private final int charactersAtOnce;

    /** @param scratch an existing folder for files that are sorted, gone when it is done */
    public DumpWriter(Path scratch) {
        this(scratch, SortedLines.CHARACTERS_AT_ONCE);
    }

    DumpWriter(Path scratch, int charactersAtOnce) {
        this.scratch = scratch;
        this.charactersAtOnce = charactersAtOnce;
    }

    /**
     * Writes a revision of a store; the stream stays open.
     *
     * @param compressed with gzip
     * @throws org.pairgraph.store.UnknownRevision if there is no such revision
     * @throws org.pairgraph.store.RevisionNotAtHand if it cannot be put together now
     */
    public void write(PairStore store, int revision, DumpFormat format, boolean compressed, OutputStream out)
            throws IOException {
        Optional<IOException> failure = store.readAt(revision, (dataset, history) -> {
            try {
                if (compressed) {
                    var zipped = new GZIPOutputStream(out, BUFFER);
                    write(dataset, history, format, zipped);
                    zipped.finish();
                } else {
                    write(dataset, history, format, out);
                }
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /**
     * Writes a revision, within the read transaction that lends it; the stream stays open.
     *
     * @throws TooLarge if the format is written whole and the revision is too large for that
     */
    void write(DatasetGraph dataset, History history, DumpFormat format, OutputStream unbuffered) throws IOException {
        var out = new BufferedOutputStream(unbuffered, BUFFER);
        write(dataset, history, format, out);
        out.flush();
    }

    private void write(DatasetGraph dataset, History history, DumpFormat format, BufferedOutputStream out)
            throws IOException {
        if (format.isWhole()) {
            whole(dataset, format, out);
            return;
        }
        if (format == DumpFormat.NTRIPLES || format == DumpFormat.NQUADS) {
            lines(dataset, history, format, out);
        } else {
            blocks(dataset, history, format, out);
        }
    }

    /** JSON-LD or RDF/XML of so many triples would take more memory than there may be. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(DumpFormat format) {
            super(
                    "%s is written for at most %d triples, and the revision has more: take Turtle or N-Quads"
                            .formatted(format.mediaType(), WHOLE_AT_MOST),
                    null,
                    false,
                    false);
        }
    }

    private void lines(DatasetGraph dataset, History history, DumpFormat format, OutputStream out) throws IOException {
        if (format == DumpFormat.NTRIPLES) {
            sorted(dataset.getDefaultGraph(), line -> out.write(bytes(line, "")));
            return;
        }
        for (var name : graphs(history)) {
            var ending = " <" + name.iri() + ">";
            sorted(dataset.getGraph(node(name)), line -> out.write(bytes(line, ending)));
        }
    }

    private static byte[] bytes(String line, String ending) {
        return (line.replace('\t', ' ') + ending + " .\n").getBytes(StandardCharsets.UTF_8);
    }

    private void blocks(DatasetGraph dataset, History history, DumpFormat format, OutputStream out) throws IOException {
        var style = new Context().set(RIOT.symTurtleDirectiveStyle, "rdf_10");
        var to = StreamRDFWriter.getWriterStream(
                out, format == DumpFormat.TRIG ? RDFFormat.TRIG_BLOCKS : RDFFormat.TURTLE_BLOCKS, style);
        to.start();
        Namespaces.PREFIXES.forEach(to::prefix);
        var back = new LineReader();
        if (format == DumpFormat.TRIG) {
            for (var name : graphs(history)) {
                sorted(dataset.getGraph(node(name)), line -> to.quad(Quad.create(node(name), back.triple(line))));
            }
        } else {
            sorted(dataset.getDefaultGraph(), line -> to.triple(back.triple(line)));
        }
        to.finish();
    }

    private static Node node(GraphName name) {
        return NodeFactory.createURI(name.iri());
    }

    /** The current versions by name, then the derived triples and the ledger. */
    private static List<GraphName> graphs(History history) {
        var versions = new TreeMap<String, GraphName>();
        history.current().forEach(version -> versions.put(version.graph().iri(), version.graph()));
        return Stream.concat(versions.values().stream(), Stream.of(GraphName.DERIVED, GraphName.LEDGER))
                .toList();
    }

    private void sorted(Graph graph, SortedLines.Taking taking) throws IOException {
        try (var lines = new SortedLines(scratch, charactersAtOnce)) {
            for (var all = graph.find(); all.hasNext(); ) {
                lines.add(line(all.next()));
            }
            lines.forEach(taking);
        }
    }

    private void whole(DatasetGraph dataset, DumpFormat format, OutputStream out) throws IOException {
        var source = dataset.getDefaultGraph();
        if (source.size() > WHOLE_AT_MOST) {
            throw new TooLarge(format);
        }
        if (format == DumpFormat.RDFXML) {
            XmlLimits.requireInRdfXml(source.find());
        }
        var graph = GraphFactory.createDefaultGraph();
        Namespaces.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        var back = new LineReader();
        sorted(source, line -> graph.add(back.triple(line)));
        RDFWriter.source(graph)
                .format(format == DumpFormat.JSONLD ? RDFFormat.JSONLD : RDFFormat.RDFXML_PLAIN)
                .output(out);
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + "\t" + NodeFmtLib.strNT(triple.getPredicate()) + "\t"
                + NodeFmtLib.strNT(triple.getObject());
    }
}
