package org.pairgraph.sparql;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.SourceLicence;
import org.pairgraph.store.TripleCounts;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/**
 * What the endpoint says of itself: SPARQL 1.1 Service Description for programs that query, VoID for those that plan
 * queries, DCAT for catalogues. One revision, written for the address that it was asked at.
 */
final class ServiceDescription {
    /** What the service is about, whoever serves it. */
    private static final String DATASET = "https://w3id.org/pairgraph/dataset";

    private static final String PUBLISHER = "https://w3id.org/pairgraph/";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String SIMPLE_ENTAILMENT = "http://www.w3.org/ns/entailment/Simple";

    private static final List<String> RESULT_FORMATS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "RDF_XML",
            "JSON-LD",
            "TriG",
            "N-Quads");

    private final Model model = ModelFactory.createDefaultModel();
    private final History history;
    private final TripleCounts counts;

    private ServiceDescription(History history, TripleCounts counts) {
        this.history = history;
        this.counts = counts;
    }

    /**
     * Describes the endpoint.
     *
     * @param base the address of the server, without a slash at its end
     * @param history with a revision at least
     */
    static Model of(String base, History history, TripleCounts counts) {
        return new ServiceDescription(history, counts).described(base);
    }

    private Model described(String base) {
        model.setNsPrefixes(Namespaces.PREFIXES)
                .setNsPrefix("sd", SD.NAMESPACE)
                .setNsPrefix("void", VOID.NS)
                .setNsPrefix("dcat", DCAT.NS);
        var service = model.createResource(base + "/sparql");
        var dataset = model.createResource(DATASET);
        describe(service, dataset);
        describe(dataset, service, base);
        partitions(dataset, counts.ofClass(), VOID.classPartition, VOID._class, VOID.entities);
        partitions(dataset, counts.ofProperty(), VOID.propertyPartition, VOID.property, VOID.triples);
        graphs(dataset);
        return model;
    }

    private void describe(Resource service, Resource dataset) {
        service.addProperty(RDF.type, SD.Service)
                .addProperty(RDF.type, DCAT.DataService)
                .addProperty(SD.endpoint, service)
                .addProperty(DCAT.endpointURL, service)
                .addProperty(DCAT.servesDataset, dataset)
                .addProperty(SD.defaultDataset, dataset)
                .addProperty(SD.supportedLanguage, SD.SPARQL11Query)
                .addProperty(SD.defaultEntailmentRegime, model.createResource(SIMPLE_ENTAILMENT))
                .addProperty(SD.propertyFeature, model.createResource(PG.matches.getURI()))
                .addProperty(DCTerms.title, "pairgraph SPARQL endpoint", "en")
                .addProperty(DCTerms.title, "pairgraph SPARQL 端点", "zh-Hans");
        RESULT_FORMATS.forEach(format -> service.addProperty(SD.resultFormat, model.createResource(FORMATS + format)));
    }

    private void describe(Resource dataset, Resource service, String base) {
        var revisions = history.revisions();
        dataset.addProperty(RDF.type, SD.Dataset)
                .addProperty(RDF.type, VOID.Dataset)
                .addProperty(RDF.type, DCAT.Dataset)
                .addProperty(
                        DCTerms.title, "pairgraph: who is paired with whom in China's East-West co-operation", "en")
                .addProperty(DCTerms.title, "pairgraph：东西部协作结对知识图谱", "zh-Hans")
                .addProperty(
                        DCTerms.description,
                        "Pairings of provinces, cities, counties, schools, hospitals and others, each a claim with its parties, time, status and the passage of the document that states it.",
                        "en")
                .addProperty(DCTerms.description, "省、市、县、学校、医院等之间的结对，每一条都是一个断言，带有各方、时间、状态和文件出处。", "zh-Hans")
                .addProperty(DCTerms.publisher, publisher())
                .addProperty(DCTerms.license, model.createResource(SourceLicence.CC_BY))
                .addProperty(DCTerms.issued, time(revisions.getFirst().recordedAt()))
                .addProperty(DCTerms.modified, time(revisions.getLast().recordedAt()))
                .addProperty(OWL2.versionInfo, String.valueOf(history.head()))
                .addProperty(VOID.sparqlEndpoint, service)
                .addProperty(VOID.uriSpace, Namespaces.ID)
                .addProperty(VOID.vocabulary, model.createResource(PG.NAMESPACE))
                .addProperty(DCAT.landingPage, model.createResource(base + "/"))
                .addLiteral(VOID.triples, counts.triples())
                .addLiteral(VOID.classes, counts.ofClass().size())
                .addLiteral(VOID.properties, counts.ofProperty().size());
    }

    private Resource publisher() {
        return model.createResource(PUBLISHER).addProperty(RDF.type, FOAF.Agent).addProperty(FOAF.name, "pairgraph");
    }

    private void partitions(
            Resource dataset, SortedMap<Node, Long> counts, Property partition, Property of, Property size) {
        counts.forEach((term, count) -> dataset.addProperty(
                partition,
                model.createResource().addProperty(of, model.asRDFNode(term)).addLiteral(size, (long) count)));
    }

    private void graphs(Resource dataset) {
        dataset.addProperty(
                SD.defaultGraph,
                model.createResource().addProperty(RDF.type, SD.Graph).addLiteral(VOID.triples, counts.triples()));
        history.current().forEach(version -> dataset.addProperty(SD.namedGraph, graph(version)));
        for (var own : List.of(GraphName.LEDGER, GraphName.DERIVED)) {
            dataset.addProperty(SD.namedGraph, named(own, model.createResource().addProperty(RDF.type, SD.Graph)));
        }
    }

    private Resource graph(Version version) {
        var brought = history.broughtBy(version);
        var graph = model.createResource()
                .addProperty(RDF.type, SD.Graph)
                .addProperty(RDF.type, VOID.Dataset)
                .addProperty(DCTerms.identifier, version.source().text())
                .addProperty(DCTerms.modified, time(brought.recordedAt()))
                .addLiteral(VOID.triples, version.triples());
        SourceLicence.of(version, history)
                .ifPresent(licence -> graph.addProperty(DCTerms.license, model.createResource(licence)));
        return named(version.graph(), graph);
    }

    private Resource named(GraphName name, Resource graph) {
        return model.createResource()
                .addProperty(RDF.type, SD.NamedGraph)
                .addProperty(SD.name, model.createResource(name.iri()))
                .addProperty(SD.graph, graph);
    }

    private Literal time(Instant instant) {
        return model.createTypedLiteral(instant.toString(), XSDDatatype.XSDdateTime);
    }
}
