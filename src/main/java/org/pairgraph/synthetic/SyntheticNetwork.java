package org.pairgraph.synthetic;

import java.io.OutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * A network of made-up parties and pairings: 200,000 pairings come with some 233,000 parties and 3.5 million triples. The
 * same size and seed always give the same triples in the same order; networks of different seeds share no thing.
 *
 * @param pairings how many, at least 1 and at most {@value #MOST_PAIRINGS}
 * @param seed at least 0
 */
public record SyntheticNetwork(long pairings, long seed) {
    /** Where all of its things are: nothing real ever lies here. */
    public static final String NAMESPACE = "https://w3id.org/pairgraph/synthetic/";

    /** The largest network that can be made. */
    public static final long MOST_PAIRINGS = 100_000_000;

    /** The syntaxes that it can be written in. */
    public enum Syntax {
        TURTLE(RDFFormat.TURTLE_BLOCKS),
        N_TRIPLES(RDFFormat.NTRIPLES_UTF8);

        private final RDFFormat format;

        Syntax(RDFFormat format) {
            this.format = format;
        }
    }

    /** How much was written. */
    public record Extent(long parties, long groups, long pairings, long triples) {}

    public SyntheticNetwork {
        if (pairings < 1 || pairings > MOST_PAIRINGS) {
            throw new IllegalArgumentException(
                    "A network has 1 to %d pairings, not %d".formatted(MOST_PAIRINGS, pairings));
        }
        if (seed < 0) {
            throw new IllegalArgumentException("A seed is 0 or greater, not " + seed);
        }
    }

    /**
     * Writes the network, one thing after the other; what is described comes before what refers to it.
     *
     * @throws RuntimeException if the stream cannot be written
     */
    public Extent write(OutputStream out, Syntax syntax) {
        var stream = StreamRDFWriter.getWriterStream(out, syntax.format);
        stream.start();
        prefixes(stream);
        var extent = write(stream);
        stream.finish();
        return extent;
    }

    private Extent write(StreamRDF stream) {
        var scribe = new Scribe(namespace(), stream);
        var population = new Population(pairings);
        var parties = new Parties(seed, population);
        var groups = new Groups(seed, population);
        var papers = new Papers(seed, pairings);

        parties.write(scribe);
        groups.write(scribe);
        new Programmes(population, parties).write(scribe);
        papers.write(scribe);
        new Pairings(seed, pairings, population, groups, papers).write(scribe);
        return new Extent(population.named(), 2 * population.groupPairings(), pairings, scribe.triples());
    }

    private void prefixes(StreamRDF stream) {
        stream.prefix("pg", PG.NAMESPACE);
        stream.prefix("pgc", PGC.NAMESPACE);
        for (var prefix : new String[] {"dcterms", "oa", "rdfs", "xsd"}) {
            stream.prefix(prefix, Namespaces.PREFIXES.getOrDefault(prefix, ""));
        }
        for (var kind : Kind.values()) {
            stream.prefix(kind.code(), namespace() + kind.code() + "/");
        }
        for (var sort : new String[] {"group", "programme", "document", "evidence", "pairing"}) {
            stream.prefix(sort, namespace() + sort + "/");
        }
    }

    private String namespace() {
        return NAMESPACE + seed + "/";
    }
}
