package org.pairgraph.api;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.network.AreaPoint;
import org.pairgraph.store.Delta;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/** Where the provinces, cities and counties of one revision are. It never changes and is safe for use by many threads. */
final class Points {
    private static final List<Node> CLASSES = List.of(PG.Province, PG.City, PG.Prefecture, PG.County);
    private static final Node LAT = wgs("lat");
    private static final Node LONG = wgs("long");
    private static final Set<Node> PROPERTIES = Set.of(LAT, LONG, PG.pointSource);
    private static final int MOST_LAT = 90;
    private static final int MOST_LONG = 180;

    private final Map<String, AreaPoint> points;

    private Points(Map<String, AreaPoint> points) {
        this.points = points;
    }

    /** Those of a default graph. A value that is no place on earth is none. */
    static Points of(Graph graph) {
        var areas = CLASSES.stream()
                .flatMap(type ->
                        graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList().stream())
                .collect(Collectors.toSet());
        return new Points(Map.of()).with(areas, graph);
    }

    /** Those of the next revision. Linear in the change, and in the areas where it says something of one. */
    Points after(Delta delta, Graph graph) {
        return with(delta.subjects(Points::matters), graph);
    }

    private Points with(Set<Node> things, Graph graph) {
        if (things.isEmpty()) {
            return this;
        }
        var now = new HashMap<>(points);
        things.stream().filter(Node::isURI).forEach(thing -> {
            now.remove(thing.getURI());
            point(graph, thing).ifPresent(point -> now.put(thing.getURI(), point));
        });
        return new Points(Map.copyOf(now));
    }

    Optional<AreaPoint> find(String iri) {
        return Optional.ofNullable(points.get(iri));
    }

    private static boolean matters(Triple triple) {
        return PROPERTIES.contains(triple.getPredicate())
                || triple.predicateMatches(RDF.type.asNode()) && CLASSES.contains(triple.getObject());
    }

    private static Optional<AreaPoint> point(Graph graph, Node thing) {
        return CLASSES.stream().anyMatch(type -> graph.contains(thing, RDF.type.asNode(), type))
                ? pointOfArea(graph, thing)
                : Optional.empty();
    }

    private static Optional<AreaPoint> pointOfArea(Graph graph, Node area) {
        return degrees(graph, area, LAT, MOST_LAT)
                .flatMap(lat -> degrees(graph, area, LONG, MOST_LONG)
                        .map(longitude -> new AreaPoint(lat, longitude, text(graph, area, PG.pointSource))));
    }

    private static Optional<BigDecimal> degrees(Graph graph, Node area, Node property, int most) {
        try {
            return text(graph, area, property).map(BigDecimal::new).filter(degrees -> AreaPoint.isAngle(degrees, most));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The first in order, where there are several. */
    private static Optional<String> text(Graph graph, Node area, Node property) {
        return graph
                .find(area, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .mapWith(Node::getLiteralLexicalForm)
                .toList()
                .stream()
                .sorted()
                .findFirst();
    }

    private static Node wgs(String name) {
        return NodeFactory.createURI(Namespaces.PREFIXES.get("wgs") + name);
    }
}
