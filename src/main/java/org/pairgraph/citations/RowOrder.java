package org.pairgraph.citations;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.NodeCmp;

/** Whether the order that a query asks for leaves no two rows of its result equal. */
final class RowOrder {
    private RowOrder() {}

    /** When in doubt it does: the order counts only where it is by variables of the result. */
    static boolean isTotal(Query query, List<Binding> rows) {
        if (!query.hasOrderBy()) {
            return false;
        }
        var variables = query.getOrderBy().stream().map(RowOrder::variable).toList();
        if (variables.stream().anyMatch(Optional::isEmpty)
                || !query.getProjectVars()
                        .containsAll(
                                variables.stream().flatMap(Optional::stream).toList())) {
            return false;
        }
        for (int i = 1; i < rows.size(); i++) {
            var before = rows.get(i - 1);
            var row = rows.get(i);
            if (variables.stream().flatMap(Optional::stream).allMatch(variable -> isEqual(variable, before, row))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Var> variable(SortCondition condition) {
        return condition.getExpression() != null && condition.getExpression().isVariable()
                ? Optional.of(condition.getExpression().asVar())
                : Optional.empty();
    }

    private static boolean isEqual(Var variable, Binding one, Binding other) {
        Node left = one.get(variable);
        Node right = other.get(variable);
        return left == null || right == null ? left == right : NodeCmp.compareRDFTerms(left, right) == 0;
    }
}
