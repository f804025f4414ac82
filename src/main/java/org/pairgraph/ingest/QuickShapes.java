package org.pairgraph.ingest;

import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportItem;
import org.apache.jena.shacl.validation.VLib;
import org.jspecify.annotations.Nullable;

/**
 * Shapes that say the same as Jena's, sooner: where all is well, those of Jena write an empty report of every shape that a
 * shape refers to, and look for the classes above a class at every node. What is at fault is said by Jena's own.
 */
final class QuickShapes {
    private QuickShapes() {}

    /** A shape with some of its constraints. */
    static Shape of(Shape shape, Collection<Constraint> constraints) {
        var quick = constraints.stream().map(QuickShapes::of).toList();
        var properties = shape.getPropertyShapes().stream()
                .map(property -> (PropertyShape) of(property, property.getConstraints()))
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

    private static Constraint of(Constraint constraint) {
        return switch (constraint) {
            case ShNot not -> new Not(of(not.getOther(), not.getOther().getConstraints()));
            case ShNode node ->
                new Conforming(of(node.getOther(), node.getOther().getConstraints()));
            case ClassConstraint type -> new OfClass(type.getExpectedClass());
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

    /** {@code sh:class} (SHACL §4.1.1). */
    private static final class OfClass extends ClassConstraint {
        OfClass(Node expected) {
            super(expected);
        }

        @Override
        public @Nullable ReportItem validate(ValidationContext context, Graph data, Node node) {
            boolean isOne = data instanceof ClassifiedGraph classified && classified.isOne(node, getExpectedClass());
            return isOne ? null : super.validate(context, data, node);
        }
    }
}
