package org.pairgraph.ingest;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportItem;
import org.apache.jena.shacl.validation.VLib;
import org.jspecify.annotations.Nullable;

/** {@code sh:not} that asks whether the other shape holds; Jena's own writes a report of why not, for every focus node. */
final class YesOrNo extends ShNot {
    private final Shape other;

    YesOrNo(Shape other) {
        super(other);
        this.other = other;
    }

    @Override
    public @Nullable ReportItem validate(ValidationContext context, Graph data, Node node) {
        var asked = ValidationContext.create(context);
        VLib.validateShape(asked, data, other, node);
        return asked.hasViolation() ? null : super.validate(context, data, node);
    }
}
