package org.pairgraph.citations;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.pairgraph.sparql.Repeatable;

/** Which queries have the same answer each time that they are asked of one revision. */
public final class Citable {
    private Citable() {}

    /**
     * A query with its parameters in their place, if it can be cited.
     *
     * @throws NotCitable if its answer may be another one next time
     */
    public static Query of(Query query, Map<Var, Node> parameters) {
        var bound = parameters.isEmpty() ? query : bound(query, parameters);
        Repeatable.findChanging(bound).ifPresent(word -> {
            throw new NotCitable(
                    "The query has %s, which gives another answer each time: put values in its place".formatted(word));
        });
        if (bound.isReduced()) {
            throw new NotCitable("REDUCED leaves open which rows are left out: use DISTINCT");
        }
        if (bound.isConstructType()
                && bound.getConstructTemplate().getTriples().stream()
                        .anyMatch(triple -> triple.getSubject().isBlank()
                                || triple.getObject().isBlank())) {
            throw new NotCitable("The template makes blank nodes, whose names are others each time: use IRIs");
        }
        requireOrderInside(bound);
        return bound;
    }

    private static Query bound(Query query, Map<Var, Node> parameters) {
        try {
            return QueryTransformOps.replaceVars(query, parameters);
        } catch (QueryException e) {
            throw new NotCitable("The parameters cannot stand where the query has their variables: " + e.getMessage());
        }
    }

    private static void requireOrderInside(Query query) {
        if (query.getQueryPattern() == null) {
            return;
        }
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery inner) {
                var subquery = inner.getQuery();
                if ((subquery.hasLimit() || subquery.hasOffset()) && !subquery.hasOrderBy()) {
                    throw new NotCitable(
                            "A query inside takes some rows with LIMIT or OFFSET and says no order: add ORDER BY to it");
                }
                requireOrderInside(subquery);
            }
        });
    }
}
