package org.pairgraph.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;

/**
 * How much the default graph says.
 *
 * @param triples all of them
 * @param ofProperty the triples of each property, by IRI
 * @param ofClass the things of each class, by IRI
 */
public record TripleCounts(long triples, SortedMap<Node, Long> ofProperty, SortedMap<Node, Long> ofClass) {

    /**
     * Counts in one pass over the numbers of the terms, without reading the terms; about a second for five million.
     *
     * @param dataset the current one, as {@link PairStore#read} lends it
     */
    public static TripleCounts of(DatasetGraph dataset) {
        var table = TDBInternal.getDatasetGraphTDB(dataset).getTripleTable().getNodeTupleTable();
        var type = table.getNodeTable().getNodeIdForNode(RDF.type.asNode());
        var ofProperty = new HashMap<NodeId, Long>();
        var ofClass = new HashMap<NodeId, Long>();
        long triples = 0;
        for (var all = table.findAll(); all.hasNext(); triples++) {
            var triple = all.next();
            ofProperty.merge(triple.get(1), 1L, Long::sum);
            if (triple.get(1).equals(type)) {
                ofClass.merge(triple.get(2), 1L, Long::sum);
            }
        }
        return new TripleCounts(triples, named(ofProperty, table.getNodeTable()), named(ofClass, table.getNodeTable()));
    }

    private static SortedMap<Node, Long> named(Map<NodeId, Long> counts, NodeTable nodes) {
        var named = new TreeMap<Node, Long>(Comparator.comparing(Node::toString));
        counts.forEach((id, count) -> named.put(nodes.getNodeForNodeId(id), count));
        return named;
    }
}
