package org.pairgraph.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void theConstantsAreTheTermsOfTheOntology() throws IOException {
        var ontology = ontology();

        var terms = new TreeSet<String>();
        for (var kind : Set.of(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty)) {
            ontology.find(Node.ANY, RDF.type.asNode(), kind.asNode())
                    .mapWith(triple -> triple.getSubject().getURI())
                    .filterKeep(iri -> iri.startsWith(PG.NAMESPACE))
                    .forEach(terms::add);
        }

        assertThat(constants(PG.class)).isEqualTo(terms);
    }

    @Test
    void theCodesThatTheProgramDecidesByAreInTheCodeLists() throws IOException {
        var ontology = ontology();

        assertThat(constants(PGC.class))
                .isNotEmpty()
                .allSatisfy(iri -> assertThat(
                                ontology.find(NodeFactory.createURI(iri), RDF.type.asNode(), SKOS.Concept.asNode())
                                        .toList())
                        .hasSize(1));
    }

    private static Set<String> constants(Class<?> vocabulary) {
        return Arrays.stream(vocabulary.getFields())
                .filter(field -> field.getType().equals(Node.class))
                .map(VocabularyTest::iri)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String iri(Field field) {
        try {
            return ((Node) field.get(null)).getURI();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Graph ontology() throws IOException {
        var graph = GraphFactory.createGraphMem();
        try (var files = Files.list(Path.of("ontology"))) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
        }
        return graph;
    }
}
