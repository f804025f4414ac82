package org.pairgraph.sparql;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The tests of a W3C SPARQL suite, read from its manifests. */
record W3cSuite(List<Case> cases) {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";

    /**
     * One test.
     *
     * @param name its manifest's folder and its own name
     * @param type the last part of its class
     */
    record Case(
            String name,
            String type,
            String query,
            List<String> data,
            List<Named> named,
            Optional<String> result,
            Resource action) {}

    /** A file that is a named graph. */
    record Named(String iri, String file) {}

    static W3cSuite of(Path manifest) {
        var cases = new ArrayList<Case>();
        read(manifest.toUri().toString(), cases);
        return new W3cSuite(cases);
    }

    static Property mf(String name) {
        return ResourceFactory.createProperty(MF + name);
    }

    private static void read(String manifest, List<Case> into) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(manifest).base(manifest).parse(model);
        model.listObjectsOfProperty(mf("include"))
                .forEach(list -> elements(list)
                        .forEach(included -> read(included.asResource().getURI(), into)));
        model.listObjectsOfProperty(mf("entries"))
                .forEach(list -> elements(list).forEach(entry -> into.add(test(manifest, entry.asResource()))));
    }

    private static Case test(String manifest, Resource entry) {
        var folder = manifest.replaceFirst(".*/([^/]+)/[^/]+$", "$1");
        var action = entry.getProperty(mf("action")).getObject().asResource();
        var type = Optional.ofNullable(entry.getPropertyResourceValue(RDF.type))
                .map(Resource::getLocalName)
                .orElse("QueryEvaluationTest");
        return new Case(
                folder + "/" + entry.getProperty(mf("name")).getString(),
                type,
                action.isAnon() ? file(action, "query").orElse("") : action.getURI(),
                files(action, "data"),
                named(action),
                Optional.ofNullable(entry.getProperty(mf("result")))
                        .map(result -> result.getObject().asResource())
                        .filter(Resource::isURIResource)
                        .map(Resource::getURI),
                action);
    }

    private static List<Named> named(Resource action) {
        var named = new ArrayList<Named>();
        action.listProperties(ResourceFactory.createProperty(QT + "graphData")).forEach(statement -> {
            var graph = statement.getObject().asResource();
            if (graph.isURIResource()) {
                named.add(new Named(graph.getURI(), graph.getURI()));
            } else {
                var file = graph.getPropertyResourceValue(ResourceFactory.createProperty(QT + "graph"));
                named.add(new Named(graph.getProperty(RDFS.label).getString(), file.getURI()));
            }
        });
        return named;
    }

    private static Optional<String> file(Resource action, String name) {
        return files(action, name).stream().findFirst();
    }

    private static List<String> files(Resource action, String name) {
        return action.listProperties(ResourceFactory.createProperty(QT + name))
                .mapWith(statement -> statement.getObject().asResource().getURI())
                .toList();
    }

    private static List<RDFNode> elements(RDFNode list) {
        return list.as(RDFList.class).asJavaList();
    }
}
