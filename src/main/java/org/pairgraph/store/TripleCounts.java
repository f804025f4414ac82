package org.pairgraph.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * How much a default graph says.
 *
 * @param triples all of them
 * @param ofProperty the triples of each property, by IRI
 * @param ofClass the things of each class, by IRI
 * @param ofCode how often each code, which is whatever is in a scheme, is the value of a property that is not of SKOS
 */
public record TripleCounts(
        long triples, SortedMap<Node, Long> ofProperty, SortedMap<Node, Long> ofClass, SortedMap<Node, Long> ofCode) {

    public TripleCounts {
        ofProperty = Collections.unmodifiableSortedMap(ofProperty);
        ofClass = Collections.unmodifiableSortedMap(ofClass);
        ofCode = Collections.unmodifiableSortedMap(ofCode);
    }

    /** Counts in one pass over a graph in memory. */
    public static TripleCounts of(Graph graph) {
        var counting = new TripleCounts(0, byIri(), byIri(), byIri()).counting();
        graph.find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
                .forEach(triple -> counting.ofCode.put(triple.getSubject(), 0L));
        graph.find().forEach(triple -> counting.count(triple, 1));
        return counting.counts();
    }

    /** Counts in one pass over the numbers of the terms, without reading the terms; about a second for five million. */
    static TripleCounts ofStore(DatasetGraph dataset) {
        var table = TDBInternal.getDatasetGraphTDB(dataset).getTripleTable().getNodeTupleTable();
        var nodes = table.getNodeTable();
        var type = nodes.getNodeIdForNode(RDF.type.asNode());
        var codes = new HashSet<NodeId>();
        table.findAsNodeIds(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
                .forEachRemaining(triple -> codes.add(triple.get(0)));

        var ofProperty = new HashMap<NodeId, Long>();
        var ofClass = new HashMap<NodeId, Long>();
        var ofCode = new HashMap<NodeId, Long>();
        var inSkos = new HashMap<NodeId, Boolean>();
        codes.forEach(code -> ofCode.put(code, 0L));
        long triples = 0;
        for (var all = table.findAll(); all.hasNext(); triples++) {
            var triple = all.next();
            var property = triple.get(1);
            var value = triple.get(2);
            ofProperty.merge(property, 1L, Long::sum);
            if (property.equals(type)) {
                ofClass.merge(value, 1L, Long::sum);
            }
            if (codes.contains(value)
                    && !inSkos.computeIfAbsent(property, id -> isOfSkos(nodes.getNodeForNodeId(id)))) {
                ofCode.merge(value, 1L, Long::sum);
            }
        }
        return new TripleCounts(triples, named(ofProperty, nodes), named(ofClass, nodes), named(ofCode, nodes));
    }

    /** The counts after a change; none when it may change what is a code. */
    Optional<TripleCounts> after(Delta delta) {
        if (changesCodes(delta)) {
            return Optional.empty();
        }
        var counting = counting();
        delta.added().forEach(triple -> counting.count(triple, 1));
        delta.removed().forEach(triple -> counting.count(triple, -1));
        return Optional.of(counting.counts());
    }

    private static boolean changesCodes(Delta delta) {
        var inScheme = SKOS.inScheme.asNode();
        return delta.added().stream().anyMatch(triple -> triple.getPredicate().equals(inScheme))
                || delta.removed().stream()
                        .anyMatch(triple -> triple.getPredicate().equals(inScheme));
    }

    private static boolean isOfSkos(Node property) {
        return property.getURI().startsWith(SKOS.getURI());
    }

    private static SortedMap<Node, Long> byIri() {
        return new TreeMap<>(Comparator.comparing(Node::toString));
    }

    private static SortedMap<Node, Long> named(Map<NodeId, Long> counts, NodeTable nodes) {
        var named = byIri();
        counts.forEach((id, count) -> named.put(nodes.getNodeForNodeId(id), count));
        return named;
    }

    private Counting counting() {
        return new Counting(triples, new HashMap<>(ofProperty), new HashMap<>(ofClass), new HashMap<>(ofCode));
    }

    /** Counts on from some counts. */
    private static final class Counting {
        private final Map<Node, Long> ofProperty;
        private final Map<Node, Long> ofClass;
        private final Map<Node, Long> ofCode;
        private long triples;

        Counting(long triples, Map<Node, Long> ofProperty, Map<Node, Long> ofClass, Map<Node, Long> ofCode) {
            this.triples = triples;
            this.ofProperty = ofProperty;
            this.ofClass = ofClass;
            this.ofCode = ofCode;
        }

        void count(Triple triple, long by) {
            triples += by;
            ofProperty.merge(triple.getPredicate(), by, Long::sum);
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                ofClass.merge(triple.getObject(), by, Long::sum);
            }
            if (ofCode.containsKey(triple.getObject()) && !isOfSkos(triple.getPredicate())) {
                ofCode.merge(triple.getObject(), by, Long::sum);
            }
        }

        TripleCounts counts() {
            ofProperty.values().removeIf(count -> count == 0);
            ofClass.values().removeIf(count -> count == 0);
            return new TripleCounts(triples, sorted(ofProperty), sorted(ofClass), sorted(ofCode));
        }

        private static SortedMap<Node, Long> sorted(Map<Node, Long> counts) {
            var sorted = byIri();
            sorted.putAll(counts);
            return sorted;
        }
    }
}
