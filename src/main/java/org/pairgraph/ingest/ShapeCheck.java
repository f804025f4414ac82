package org.pairgraph.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.FmtUtils;
import org.pairgraph.ingest.ShapeResult.Message;

/** Holds focus nodes against the SHACL shapes. Immutable. */
final class ShapeCheck {
    private static final Comparator<ShapeResult> ORDER = Comparator.comparing(ShapeResult::severity)
            .thenComparing(ShapeResult::line)
            .thenComparing(ShapeResult::focusNode)
            .thenComparing(result -> result.path().orElse(""))
            .thenComparing(result -> result.value().orElse(""));

    private final Shapes shapes;

    ShapeCheck(Graph shapes) {
        this.shapes = ShaclValidator.get().parse(shapes);
    }

    /**
     * What the shapes say, the gravest first.
     *
     * @param data the whole graph; the ontology's subclass triples must be in it
     * @param lines where a triple is said, or the first about its subject; 0 where unknown
     */
    List<ShapeResult> check(Graph data, Collection<Node> focusNodes, ToLongFunction<Triple> lines) {
        var results = new ArrayList<ShapeResult>();
        for (var focus : focusNodes) {
            for (var entry : ShaclValidator.get().validate(shapes, data, focus).getEntries()) {
                results.add(result(entry, lines));
            }
        }
        return results.stream().distinct().sorted(ORDER).toList();
    }

    private static ShapeResult result(ReportEntry entry, ToLongFunction<Triple> lines) {
        var path = Optional.ofNullable(entry.resultPath());
        var predicate = path.flatMap(ShapeCheck::link).orElse(Node.ANY);
        var value = Optional.ofNullable(entry.value());
        return new ShapeResult(
                severity(entry.severity()),
                entry.focusNode().toString(),
                path.map(Path::toString),
                value.map(FmtUtils::stringForNode),
                message(entry),
                lines.applyAsLong(Triple.create(entry.focusNode(), predicate, value.orElse(Node.ANY))));
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
