package org.pairgraph.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.ingest.ShapeResult.Message;

/** Holds focus nodes against the SHACL shapes. Immutable. */
final class ShapeCheck {
    private static final Comparator<Placed> ORDER = Comparator.comparing(
                    (Placed placed) -> placed.result().severity())
            .thenComparing(Placed::place)
            .thenComparing(placed -> placed.result().focusNode())
            .thenComparing(placed -> placed.result().path().orElse(""))
            .thenComparing(placed -> placed.result().value().orElse(""));

    /** So many focus nodes are held against the shapes at once: enough for queries, few enough to share out. */
    private static final int PORTION = 5_000;

    /** A shape without those of its constraints that are asked of many focus nodes at once. */
    private record Checked(Shape shape, List<ShapeQuery> queries) {}

    /** A result and its place among all files that were sent. */
    private record Placed(StatedPlace place, ShapeResult result) {}

    private final Shapes shapes;
    private final Map<Shape, Checked> checked = new HashMap<>();
    private final Map<Node, List<Shape>> byClass = new HashMap<>();
    private final Map<Node, List<Shape>> bySubjectsOf = new HashMap<>();
    private final List<Shape> others = new ArrayList<>();

    ShapeCheck(Graph shapes) {
        this.shapes = ShaclValidator.get().parse(shapes);
        for (var shape : this.shapes.getTargetShapes()) {
            shape.getTargets().forEach(target -> index(shape, target));
            checked.put(shape, checked(shape));
        }
    }

    private static Checked checked(Shape shape) {
        var queries = new ArrayList<ShapeQuery>();
        var others = new ArrayList<Constraint>();
        for (var constraint : shape.getConstraints()) {
            var query = shape.isNodeShape() && !shape.deactivated() && constraint instanceof SparqlConstraint sparql
                    ? ShapeQuery.of(shape, sparql)
                    : Optional.<ShapeQuery>empty();
            query.ifPresentOrElse(queries::add, () -> others.add(constraint));
        }
        return new Checked(QuickShapes.of(shape, others), queries);
    }

    private void index(Shape shape, Target target) {
        switch (target.getTargetType()) {
            case targetClass, implicitClass -> add(byClass, target.getObject(), shape);
            case targetSubjectsOf -> add(bySubjectsOf, target.getObject(), shape);
            default -> others.add(shape);
        }
    }

    private static void add(Map<Node, List<Shape>> index, Node key, Shape shape) {
        index.computeIfAbsent(key, any -> new ArrayList<>()).add(shape);
    }

    /**
     * What the shapes say, the gravest first.
     *
     * @param data the whole graph; the ontology's subclass triples must be in it
     * @param sideBySide whether several threads may read the graph at once
     * @param places where a triple is said, or the first about its subject; asked in this thread
     */
    List<ShapeResult> check(
            Graph data, boolean sideBySide, Collection<Node> focusNodes, Function<Triple, StatedPlace> places) {
        var portions = portions(List.copyOf(focusNodes));
        var entries = (sideBySide ? portions.parallelStream() : portions.stream())
                .map(portion -> entries(data, portion))
                .toList();
        return entries.stream()
                .flatMap(Collection::stream)
                .map(entry -> placed(entry, places))
                .distinct()
                .sorted(ORDER)
                .map(Placed::result)
                .toList();
    }

    private static List<List<Node>> portions(List<Node> nodes) {
        return IntStream.iterate(0, from -> from < nodes.size(), from -> from + PORTION)
                .mapToObj(from -> nodes.subList(from, Math.min(from + PORTION, nodes.size())))
                .toList();
    }

    private Collection<ReportEntry> entries(Graph data, List<Node> focusNodes) {
        var classified = new ClassifiedGraph(data);
        var context = ValidationContext.create(shapes, classified);
        var asked = new LinkedHashMap<ShapeQuery, List<Node>>();
        for (var focus : focusNodes) {
            for (var shape : targets(focus, classified)) {
                var known = requireNonNull(checked.get(shape));
                VLib.validateShape(context, classified, known.shape(), focus);
                known.queries()
                        .forEach(query -> asked.computeIfAbsent(query, any -> new ArrayList<>())
                                .add(focus));
            }
        }
        asked.forEach((query, nodes) -> query.validate(context, data, nodes));
        return context.generateReport().getEntries();
    }

    /** The shapes that have a focus node as their target (SHACL §2.1.3), found from its types and properties. */
    private Set<Shape> targets(Node focus, ClassifiedGraph data) {
        var found = new LinkedHashSet<Shape>();
        for (var triples = data.find(focus, Node.ANY, Node.ANY); triples.hasNext(); ) {
            var triple = triples.next();
            found.addAll(bySubjectsOf.getOrDefault(triple.getPredicate(), List.of()));
            if (triple.predicateMatches(RDF.type.asNode())) {
                data.above(triple.getObject()).forEach(type -> found.addAll(byClass.getOrDefault(type, List.of())));
            }
        }
        others.stream().filter(shape -> VLib.isFocusNode(shape, focus, data)).forEach(found::add);
        return found;
    }

    private static Placed placed(ReportEntry entry, Function<Triple, StatedPlace> places) {
        var path = Optional.ofNullable(entry.resultPath());
        var predicate = path.flatMap(ShapeCheck::link).orElse(Node.ANY);
        var value = Optional.ofNullable(entry.value());
        var place = places.apply(Triple.create(entry.focusNode(), predicate, value.orElse(Node.ANY)));
        return new Placed(
                place,
                new ShapeResult(
                        severity(entry.severity()),
                        entry.focusNode().toString(),
                        path.map(Path::toString),
                        value.map(FmtUtils::stringForNode),
                        message(entry),
                        place.line(),
                        place.file()));
    }

    private static Optional<Node> link(Path path) {
        return path instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
    }

    private static Message message(ReportEntry entry) {
        return new Message(
                text(entry, "zh").orElseGet(entry::message), text(entry, "en").orElseGet(entry::message));
    }

    private static Optional<String> text(ReportEntry entry, String language) {
        return entry.messages().stream()
                .filter(message -> message.getLiteralLanguage().startsWith(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private static ShapeResult.Severity severity(Severity severity) {
        if (severity.equals(Severity.Violation)) {
            return ShapeResult.Severity.VIOLATION;
        }
        return severity.equals(Severity.Warning) ? ShapeResult.Severity.WARNING : ShapeResult.Severity.INFO;
    }
}
