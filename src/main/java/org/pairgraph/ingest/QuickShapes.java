package org.pairgraph.ingest;

import java.util.Collection;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportItem;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * Shapes that say the same as Jena's, sooner: where all is well, those of Jena write a report of every shape that a shape
 * refers to, only to ask whether it is empty, and look for the classes above a class at every node. What is at fault is
 * said by Jena's own.
 */
final class QuickShapes {
    private QuickShapes() {}

    /** A shape with some of its constraints. */
    static Shape of(Shape shape, Collection<Constraint> constraints) {
        return of(shape, constraints, true);
    }

    /** A shape that others refer to: what it finds is counted and never said. */
    private static Shape silent(Shape shape) {
        return of(shape, shape.getConstraints(), false);
    }

    private static Shape of(Shape shape, Collection<Constraint> constraints, boolean says) {
        var quick = constraints.stream().map(constraint -> of(constraint, says)).toList();
        var properties = shape.getPropertyShapes().stream()
                .map(property -> (PropertyShape) of(property, property.getConstraints(), says))
                .toList();
        return shape instanceof PropertyShape property
                ? new PropertyShape(
                        shape.getShapeGraph(),
                        shape.getShapeNode(),
                        shape.deactivated(),
                        shape.getSeverity(),
                        shape.getMessages(),
                        shape.getTargets(),
                        property.getPath(),
                        quick,
                        properties)
                : new NodeShape(
                        shape.getShapeGraph(),
                        shape.getShapeNode(),
                        shape.deactivated(),
                        shape.getSeverity(),
                        shape.getMessages(),
                        shape.getTargets(),
                        quick,
                        properties);
    }

    private static Constraint of(Constraint constraint, boolean says) {
        return switch (constraint) {
            case ShNot not -> new Not(silent(not.getOther()));
            case ShNode node -> new Conforming(silent(node.getOther()));
            case QualifiedValueShape qualified when !qualified.qDisjoint() -> new Qualified(qualified);
            case ClassConstraint type -> new OfClass(type.getExpectedClass(), says);
            default -> constraint;
        };
    }

    private static boolean conforms(ValidationContext context, Graph data, Shape shape, Node node) {
        var asked = ValidationContext.create(context);
        VLib.validateShape(asked, data, shape, node);
        return !asked.hasViolation();
    }

    /** {@code sh:not} (SHACL §4.6.1). */
    private static final class Not extends ShNot {
        Not(Shape other) {
            super(other);
        }

        @Override
        public @Nullable ReportItem validate(ValidationContext context, Graph data, Node node) {
            return conforms(context, data, getOther(), node) ? super.validate(context, data, node) : null;
        }
    }

    /** {@code sh:node} (SHACL §4.7.1). */
    private static final class Conforming extends ShNode {
        Conforming(Shape other) {
            super(other);
        }

        @Override
        public @Nullable ReportItem validate(ValidationContext context, Graph data, Node node) {
            return conforms(context, data, getOther(), node) ? null : super.validate(context, data, node);
        }
    }

    /** {@code sh:qualifiedValueShape} (SHACL §4.7.3) whose values may be those of other shapes too. */
    private static final class Qualified extends QualifiedValueShape {
        private final Shape quick;

        Qualified(QualifiedValueShape stated) {
            super(stated.getSub(), stated.qMin(), stated.qMax(), false);
            quick = silent(stated.getSub());
        }

        @Override
        public void validatePropertyShape(
                ValidationContext context, Graph data, Shape shape, Node focus, Path path, Set<Node> values) {
            long count = values.stream()
                    .filter(value -> conforms(context, data, quick, value))
                    .count();
            boolean isEnough = qMin() < 0 || count >= qMin();
            boolean isTooMuch = qMax() >= 0 && count > qMax();
            if (!isEnough || isTooMuch) {
                super.validatePropertyShape(context, data, shape, focus, path, values);
            }
        }
    }

    /** {@code sh:class} (SHACL §4.1.1). */
    private static final class OfClass extends ClassConstraint {
        private static final ReportItem UNSAID = new ReportItem("");

        private final boolean says;

        OfClass(Node expected, boolean says) {
            super(expected);
            this.says = says;
        }

        @Override
        public @Nullable ReportItem validate(ValidationContext context, Graph data, Node node) {
            if (data instanceof ClassifiedGraph classified) {
                if (classified.isOne(node, getExpectedClass())) {
                    return null;
                }
                if (!says) {
                    return UNSAID;
                }
            }
            return super.validate(context, data, node);
        }
    }
}
