package org.pairgraph.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.pairgraph.store.History;
import org.pairgraph.store.SourceLicence;

/** What the dumps are, as VoID and DCAT: the files of the current revision, their checksums, and the licence of each source. */
public final class DumpDescription {
    private static final Node DATASET = iri("https://w3id.org/pairgraph/dataset");
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    private final List<Triple> triples = new ArrayList<>();

    private DumpDescription() {}

    /**
     * Describes the dumps.
     *
     * @param base where the files are, with a slash at its end
     * @param made those files of the current revision that were made already
     */
    public static List<Triple> of(String base, History history, Function<DumpFormat, Optional<Dump>> made) {
        var description = new DumpDescription();
        description.dataset(history);
        for (var format : DumpFormat.values()) {
            var url = base + Dump.name(history.head(), format);
            description.say(DATASET, VOID.dataDump, iri(url));
            description.say(DATASET, DCAT.distribution, iri(url));
        }
        description.sources(history);
        for (var format : DumpFormat.values()) {
            description.file(base + Dump.name(history.head(), format), format, made.apply(format));
        }
        return List.copyOf(description.triples);
    }

    private void dataset(History history) {
        add(DATASET, RDF.type, VOID.Dataset);
        add(DATASET, RDF.type, DCAT.Dataset);
        say(
                DATASET,
                DCTerms.title,
                NodeFactory.createLiteralLang(
                        "pairgraph: who is paired with whom in China's East-West co-operation", "en"));
        say(DATASET, DCTerms.title, NodeFactory.createLiteralLang("pairgraph：东西部协作结对知识图谱", "zh-Hans"));
        say(DATASET, DCTerms.license, iri(SourceLicence.CC_BY));
        say(DATASET, OWL2.versionInfo, NodeFactory.createLiteralString(String.valueOf(history.head())));
        say(
                DATASET,
                DCTerms.modified,
                NodeFactory.createLiteralDT(
                        history.revisions().getLast().recordedAt().toString(), XSDDatatype.XSDdateTime));
        history.current()
                .forEach(
                        version -> say(DATASET, VOID.subset, iri(version.graph().iri())));
    }

    private void sources(History history) {
        for (var version : history.current()) {
            var graph = iri(version.graph().iri());
            add(graph, RDF.type, VOID.Dataset);
            say(
                    graph,
                    DCTerms.identifier,
                    NodeFactory.createLiteralString(version.source().text()));
            say(graph, VOID.triples, integer(version.triples()));
            SourceLicence.of(version, history).ifPresent(licence -> say(graph, DCTerms.license, iri(licence)));
        }
    }

    private void file(String url, DumpFormat format, Optional<Dump> made) {
        var file = iri(url);
        add(file, RDF.type, DCAT.Distribution);
        say(file, DCAT.downloadURL, file);
        say(file, DCAT.mediaType, iri(MEDIA_TYPES + format.mediaType()));
        say(file, DCAT.compressFormat, iri(MEDIA_TYPES + "application/gzip"));
        made.ifPresent(dump -> {
            var checksum = iri(url + "#sha256");
            say(file, DCAT.byteSize, integer(dump.bytes()));
            triples.add(Triple.create(file, iri(SPDX + "checksum"), checksum));
            triples.add(Triple.create(checksum, RDF.type.asNode(), iri(SPDX + "Checksum")));
            triples.add(Triple.create(checksum, iri(SPDX + "algorithm"), iri(SPDX + "checksumAlgorithm_sha256")));
            triples.add(Triple.create(
                    checksum,
                    iri(SPDX + "checksumValue"),
                    NodeFactory.createLiteralDT(dump.sha256(), XSDDatatype.XSDhexBinary)));
        });
    }

    private void add(Node subject, Property property, Resource value) {
        say(subject, property, value.asNode());
    }

    private void say(Node subject, Property property, Node value) {
        triples.add(Triple.create(subject, property.asNode(), value));
    }

    private static Node iri(String text) {
        return NodeFactory.createURI(text);
    }

    private static Node integer(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }
}
