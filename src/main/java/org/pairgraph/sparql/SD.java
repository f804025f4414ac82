package org.pairgraph.sparql;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The terms of SPARQL 1.1 Service Description that are used here. */
final class SD {
    static final String NAMESPACE = "http://www.w3.org/ns/sparql-service-description#";

    static final Resource Dataset = resource("Dataset");
    static final Resource Graph = resource("Graph");
    static final Resource NamedGraph = resource("NamedGraph");
    static final Resource Service = resource("Service");
    static final Resource SPARQL11Query = resource("SPARQL11Query");
    static final Property defaultDataset = property("defaultDataset");
    static final Property defaultEntailmentRegime = property("defaultEntailmentRegime");
    static final Property defaultGraph = property("defaultGraph");
    static final Property endpoint = property("endpoint");
    static final Property graph = property("graph");
    static final Property name = property("name");
    static final Property namedGraph = property("namedGraph");
    static final Property propertyFeature = property("propertyFeature");
    static final Property resultFormat = property("resultFormat");
    static final Property supportedLanguage = property("supportedLanguage");

    private SD() {}

    private static Resource resource(String name) {
        return ResourceFactory.createResource(NAMESPACE + name);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(NAMESPACE + name);
    }
}
