package org.pairgraph.claims;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.vocab.PG;

/** Reads the indicators and how they are used. */
final class IndicatorReader {
    private final Graph graph;
    private final Names names;

    IndicatorReader(Graph graph, Names names) {
        this.graph = graph;
        this.names = names;
    }

    List<Indicator> indicators(Collection<String> codes) {
        return codes.stream().map(Classes::code).map(this::indicator).toList();
    }

    private Indicator indicator(Node code) {
        var concept = names.code(code);
        var observations = graph.find(Node.ANY, PG.indicator, code)
                .mapWith(Triple::getSubject)
                .toList();
        var units = new TreeSet<Node>(Description.ORDER);
        observations.forEach(observation -> units.addAll(names.objects(observation, PG.unit)));
        return new Indicator(
                concept.id(),
                concept.iri(),
                concept.label(),
                Languages.inBoth(names.objects(code, SKOS.definition.asNode())),
                units.stream().map(names::code).toList(),
                observations.size());
    }
}
