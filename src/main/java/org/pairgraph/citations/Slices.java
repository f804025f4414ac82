package org.pairgraph.citations;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Where a query, or one inside it, takes some rows of more with LIMIT or OFFSET. They are the same ones each time only
 * when the order leaves no two of them equal, nor one of them and its neighbour outside.
 */
public final class Slices {
    private Slices() {}

    /** Each of them as a SELECT of its own, one row wider on both sides. */
    public static List<Query> of(Query query) {
        return Parts.of(query).stream()
                .filter(part -> part.hasLimit() || part.hasOffset())
                .filter(part -> part.getQueryPattern() != null)
                .map(part -> widened(part, query))
                .toList();
    }

    /**
     * Requires that no two rows of a slice are equal in its order.
     *
     * @throws NotCitable if some are
     */
    public static void requireTotal(Query slice, RowSet rows) {
        var found = new ArrayList<Binding>();
        rows.forEachRemaining(found::add);
        if (!RowOrder.isTotal(slice, found)) {
            throw new NotCitable(
                    "LIMIT and OFFSET take rows of an order that leaves some equal, so that others could be taken next time: ORDER BY variables of the result that tell all rows apart");
        }
    }

    private static Query widened(Query part, Query whole) {
        var slice = part.cloneQuery();
        if (!slice.isSelectType()) {
            slice.setQuerySelectType();
            slice.setQueryResultStar(true);
            slice.resetResultVars();
        }
        if (part != whole) {
            whole.getGraphURIs().forEach(slice::addGraphURI);
            whole.getNamedGraphURIs().forEach(slice::addNamedGraphURI);
        }
        int before = part.hasOffset() && part.getOffset() > 0 ? 1 : 0;
        if (before > 0) {
            slice.setOffset(part.getOffset() - before);
        }
        if (part.hasLimit() && part.getLimit() < Long.MAX_VALUE - 2) {
            slice.setLimit(part.getLimit() + before + 1);
        }
        return slice;
    }
}
