package org.pairgraph.ingest;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;

/**
 * A SPARQL constraint of a node shape (SHACL §5) that is asked of many focus nodes at once. Only of a pattern of triples
 * and filters, in which binding {@code $this} one by one and joining with a table of them are the same.
 */
final class ShapeQuery {
    private static final Var THIS = Var.alloc("this");
    private static final Var PATH = Var.alloc("path");
    private static final Var VALUE = Var.alloc("value");
    private static final int AT_ONCE = 1_000;

    private final Shape shape;
    private final SparqlConstraint constraint;

    private ShapeQuery(Shape shape, SparqlConstraint constraint) {
        this.shape = shape;
        this.constraint = constraint;
    }

    /** The constraint as such a query; none when it must be asked of one focus node after the other. */
    static Optional<ShapeQuery> of(Shape shape, SparqlConstraint constraint) {
        return isPlain(constraint) ? Optional.of(new ShapeQuery(shape, constraint)) : Optional.empty();
    }

    private static boolean isPlain(SparqlConstraint constraint) {
        var query = constraint.getQuery();
        return constraint.getMessage() == null
                && query.isSelectType()
                && !query.hasAggregators()
                && !query.hasGroupBy()
                && !query.hasHaving()
                && !query.hasLimit()
                && !query.hasOffset()
                && !query.hasValues()
                && query.getQueryPattern() instanceof ElementGroup group
                && group.getElements().stream().allMatch(ShapeQuery::isPlain)
                && group.getElements().stream().anyMatch(ShapeQuery::isAboutThis);
    }

    private static boolean isPlain(Element element) {
        return element instanceof ElementPathBlock || element instanceof ElementFilter;
    }

    private static boolean isAboutThis(Element element) {
        return element instanceof ElementPathBlock block
                && block.getPattern().getList().stream()
                        .anyMatch(triple -> triple.getSubject().equals(THIS));
    }

    /** Tells the context what the constraint says of some nodes of a graph. */
    void validate(ValidationContext context, Graph data, List<Node> focusNodes) {
        for (int from = 0; from < focusNodes.size(); from += AT_ONCE) {
            var some = focusNodes.subList(from, Math.min(from + AT_ONCE, focusNodes.size()));
            try (var execution = QueryExec.graph(data).query(about(some)).build()) {
                execution.select().forEachRemaining(row -> report(context, row));
            }
        }
    }

    private Query about(List<Node> focusNodes) {
        var rows = focusNodes.stream()
                .map(focus -> BindingFactory.binding(THIS, focus))
                .toList();
        var query = constraint.getQuery().cloneQuery();
        var group = new ElementGroup();
        group.addElement(new ElementData(List.of(THIS), rows));
        ((ElementGroup) query.getQueryPattern()).getElements().forEach(group::addElement);
        query.setQueryPattern(group);
        return query;
    }

    private void report(ValidationContext context, Binding row) {
        var focus = row.get(THIS);
        var value = Optional.ofNullable(row.get(VALUE)).orElse(focus);
        var path = Optional.ofNullable(row.get(PATH)).map(PathFactory::pathLink).orElse(null);
        var message = "SPARQL SELECT constraint for %s returns %s"
                .formatted(ShLib.displayStr(focus), ShLib.displayStr(value));
        context.reportEntry(message, shape, focus, path, value, constraint, shape.getShapeNode());
    }
}
