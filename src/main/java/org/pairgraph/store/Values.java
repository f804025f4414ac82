package org.pairgraph.store;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Counts values of a property by their numbers in TDB2: a term is fetched once, however often it stands there. */
final class Values {
    private Values() {}

    static Map<Node, Long> count(DatasetGraph dataset, Node property) {
        var table = TDBInternal.getDatasetGraphTDB(dataset).getTripleTable().getNodeTupleTable();
        var counts = new HashMap<NodeId, Long>();
        table.findAsNodeIds(Node.ANY, property, Node.ANY)
                .forEachRemaining(triple -> counts.merge(triple.get(2), 1L, Long::sum));

        var values = new HashMap<Node, Long>();
        counts.forEach((value, count) -> values.put(table.getNodeTable().getNodeForNodeId(value), count));
        return values;
    }
}
