package org.pairgraph.linked;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.XmlLimits;

/** A syntax that a description can be written in. The end of an address names it in lower case. */
public enum Syntax {
    /** Turtle. */
    TTL("text/turtle", RDFFormat.TURTLE_BLOCKS),
    /** JSON-LD 1.1 with its context inside. */
    JSONLD("application/ld+json", RDFFormat.JSONLD),
    /** N-Triples. */
    NT("application/n-triples", RDFFormat.NTRIPLES),
    /** RDF/XML. */
    RDF("application/rdf+xml", RDFFormat.RDFXML_PLAIN);

    private static final Map<String, String> PREFIXES = prefixes();

    /** {@code @prefix}, which the oldest readers know too. */
    private static final Context STYLE = new Context().set(RIOT.symTurtleDirectiveStyle, "rdf_10");

    private final String mediaType;
    private final RDFFormat format;

    Syntax(String mediaType, RDFFormat format) {
        this.mediaType = mediaType;
        this.format = format;
    }

    /** The end of an address, for example {@code ttl}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Writes triples in their order, as far as the syntax has one, with the prefixes that they use.
     *
     * @throws XmlLimits.NotInXml if RDF/XML cannot say one of them
     */
    public byte[] bytes(Collection<Triple> triples) {
        if (this == RDF) {
            XmlLimits.requireInRdfXml(triples.iterator());
        }
        var out = new ByteArrayOutputStream();
        if (this == TTL || this == NT) {
            stream(triples, out);
        } else {
            whole(triples, out);
        }
        return out.toByteArray();
    }

    private void stream(Collection<Triple> triples, OutputStream out) {
        var writer = StreamRDFWriter.getWriterStream(out, format, STYLE);
        writer.start();
        used(triples).forEach(writer::prefix);
        triples.forEach(writer::triple);
        writer.finish();
    }

    private void whole(Collection<Triple> triples, OutputStream out) {
        var graph = GraphFactory.createDefaultGraph();
        used(triples).forEach(graph.getPrefixMapping()::setNsPrefix);
        triples.forEach(graph::add);
        RDFWriter.source(graph).format(format).output(out);
    }

    private static SortedMap<String, String> used(Collection<Triple> triples) {
        var used = new TreeMap<String, String>();
        triples.forEach(triple -> {
            for (var node : new Node[] {triple.getSubject(), triple.getPredicate(), triple.getObject()}) {
                var iri = node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
                PREFIXES.forEach((prefix, namespace) -> {
                    if (iri.startsWith(namespace)) {
                        used.put(prefix, namespace);
                    }
                });
            }
        });
        return used;
    }

    private static Map<String, String> prefixes() {
        var prefixes = new TreeMap<>(Namespaces.PREFIXES);
        prefixes.put("void", "http://rdfs.org/ns/void#");
        prefixes.put("xhv", "http://www.w3.org/1999/xhtml/vocab#");
        return prefixes;
    }
}
