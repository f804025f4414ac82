package org.pairgraph.citations;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;
import org.pairgraph.sparql.Repeatable;

/** Which queries have the same answer each time that they are asked of one revision. */
public final class Citable {
    private static final Set<String> OF_SOME_ORDER = Set.of("GROUP_CONCAT", "SAMPLE");

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
        Parts.of(bound).forEach(Citable::requireOrderInGroups);
        return bound;
    }

    private static Query bound(Query query, Map<Var, Node> parameters) {
        try {
            return QueryTransformOps.replaceVars(query, parameters);
        } catch (QueryException e) {
            throw new NotCitable("The parameters cannot stand where the query has their variables: " + e.getMessage());
        }
    }

    /** GROUP_CONCAT and SAMPLE depend on the order of the rows that they get, which only a query inside can say. */
    private static void requireOrderInGroups(Query part) {
        if (isOrdered(part.getQueryPattern())) {
            return;
        }
        part.getAggregators().stream()
                .map(one -> one.getAggregator().getName())
                .filter(OF_SOME_ORDER::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new NotCitable(
                            "%s takes values in the order in which they come, which may be another one next time: have them come from a SELECT with ORDER BY inside, or use MIN"
                                    .formatted(name));
                });
    }

    private static boolean isOrdered(@Nullable Element pattern) {
        return switch (pattern) {
            case ElementSubQuery inner -> inner.getQuery().hasOrderBy();
            case ElementGroup group -> group.getElements().stream().anyMatch(Citable::isOrdered);
            case null, default -> false;
        };
    }
}
