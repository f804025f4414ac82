package org.pairgraph.export;

import java.util.Arrays;
import java.util.Optional;

/** What a dump is written in. Those of one graph hold the default graph, the others each named graph apart. */
public enum DumpFormat {
    TURTLE("ttl", "text/turtle", false),
    NQUADS("nq", "application/n-quads", true),
    NTRIPLES("nt", "application/n-triples", false),
    TRIG("trig", "application/trig", true),
    JSONLD("jsonld", "application/ld+json", false),
    RDFXML("rdf", "application/rdf+xml", false);

    private final String ending;
    private final String mediaType;
    private final boolean ofNamedGraphs;

    DumpFormat(String ending, String mediaType, boolean ofNamedGraphs) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.ofNamedGraphs = ofNamedGraphs;
    }

    /** The format of a file's ending, for example {@code ttl}. */
    public static Optional<DumpFormat> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether it tells the named graphs apart. */
    public boolean ofNamedGraphs() {
        return ofNamedGraphs;
    }

    /** Whether it can only be written when all of it is in memory. */
    boolean isWhole() {
        return this == JSONLD || this == RDFXML;
    }
}
