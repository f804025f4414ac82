package org.pairgraph.citations;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.jspecify.annotations.Nullable;

/** A query and all those inside it, in the patterns of EXISTS too. */
final class Parts {
    private final Set<Query> found = new LinkedHashSet<>();

    private Parts() {}

    static Set<Query> of(Query query) {
        var parts = new Parts();
        parts.add(query);
        return parts.found;
    }

    private void add(Query query) {
        found.add(query);
        add(query.getQueryPattern());
        query.getProject().getExprs().values().forEach(this::add);
        query.getHavingExprs().forEach(this::add);
    }

    private void add(@Nullable Element pattern) {
        if (pattern == null) {
            return;
        }
        ElementWalker.walk(pattern, new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery inner) {
                add(inner.getQuery());
            }

            @Override
            public void visit(ElementFilter filter) {
                add(filter.getExpr());
            }

            @Override
            public void visit(ElementBind bind) {
                add(bind.getExpr());
            }
        });
    }

    private void add(Expr expression) {
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp exists) {
                add(exists.getElement());
            }
        });
    }
}
