package org.pairgraph.store;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Triples on their way into TDB2, within one write transaction. Each term is looked up once, however many graphs they go
 * into; each index takes them in its own order, so that one goes where the last has just been, and two indexes at a time
 * side by side.
 */
final class Batch {
    /** With more at once the arrays would be large, and little is won. */
    static final int MOST = 1 << 22;

    private static final int SUBJECT = 0;
    private static final int PREDICATE = 1;
    private static final int OBJECT = 2;

    private final NodeTupleTable tripleTable;
    private final NodeTupleTable quadTable;
    private final List<Triple> triples;
    private final Set<Node> fresh;
    private final long[][] terms;
    private final Map<List<Integer>, int[]> orders = new ConcurrentHashMap<>();

    private Batch(DatasetGraph dataset, List<Triple> triples, boolean tellsFresh) {
        var storage = TDBInternal.getDatasetGraphTDB(dataset);
        this.tripleTable = storage.getTripleTable().getNodeTupleTable();
        this.quadTable = storage.getQuadTable().getNodeTupleTable();
        this.triples = triples;
        this.fresh = tellsFresh ? fresh(dataset, triples.stream()) : Set.of();
        this.terms = terms(triples, tripleTable.getNodeTable());
    }

    /**
     * The next of some triples, as many as go at once.
     *
     * @param tellsFresh whether it is to find out who is fresh
     */
    static Batch next(DatasetGraph dataset, Iterator<Triple> triples, boolean tellsFresh) {
        var taken = new ArrayList<Triple>();
        while (triples.hasNext() && taken.size() < MOST) {
            taken.add(triples.next());
        }
        return new Batch(dataset, taken, tellsFresh);
    }

    int size() {
        return triples.size();
    }

    Triple triple(int number) {
        return triples.get(number);
    }

    /** The subjects that the store had not met before, in whatever graph; none when nobody wanted to know. */
    Set<Node> fresh() {
        return fresh;
    }

    /**
     * Adds all to a named graph, where there is one, and some to the default graph; gives back those that the default
     * graph did not have.
     */
    BitSet add(Optional<Node> graph, BitSet wanted) {
        var added = new BitSet(size());
        var first = new ArrayList<IndexWork>();
        var defaultGraph = tripleTable.getTupleTable().getIndexes();
        first.add(work(new Into(defaultGraph[0], 0), wanted, added));
        graph.ifPresent(node -> {
            long name = number(quadTable.getNodeTable(), node);
            for (var index : quadTable.getTupleTable().getIndexes()) {
                first.add(work(new Into(index, name), all(), new BitSet(size())));
            }
        });
        IndexWork.sideBySide(first, size());

        IndexWork.sideBySide(
                Arrays.stream(defaultGraph)
                        .skip(1)
                        .map(index -> work(new Into(index, 0), added, new BitSet(size())))
                        .toList(),
                added.cardinality());
        return added;
    }

    /** Those that a named graph has. */
    BitSet in(Node graph) {
        long name = number(quadTable.getNodeTable(), graph);
        var into = new Into(quadTable.getTupleTable().getIndex(0), name);
        var found = new BitSet(size());
        for (int number : order(into.columns)) {
            if (into.index.contains(into.record(terms, number))) {
                found.set(number);
            }
        }
        return found;
    }

    BitSet all() {
        var all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    private IndexWork work(Into into, BitSet wanted, BitSet added) {
        return new IndexWork(into.index, () -> {
            for (int number : order(into.columns)) {
                if (wanted.get(number) && into.index.insert(into.record(terms, number))) {
                    added.set(number);
                }
            }
        });
    }

    /** The numbers of the triples in the order of an index. */
    private int[] order(List<Integer> columns) {
        return orders.computeIfAbsent(columns, by -> {
            long[] first = terms[by.get(0)];
            long[] second = terms[by.get(1)];
            long[] third = terms[by.get(2)];
            var order = IntStream.range(0, size()).toArray();
            IntArrays.parallelQuickSort(order, (one, other) -> {
                int byFirst = Long.compareUnsigned(first[one], first[other]);
                int bySecond = byFirst != 0 ? byFirst : Long.compareUnsigned(second[one], second[other]);
                return bySecond != 0 ? bySecond : Long.compareUnsigned(third[one], third[other]);
            });
            return order;
        });
    }

    /** One index of TDB2 and where in its keys the terms stand. */
    private static final class Into {
        private final BPlusTree index;
        private final long graph;
        private final int[] places;
        private final List<Integer> columns;

        Into(TupleIndex index, long graph) {
            this.index = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
            this.graph = graph;
            this.places = IntStream.range(0, index.getTupleLength())
                    .map(index.getMapping()::unmapIdx)
                    .toArray();
            int before = places.length - 3;
            this.columns = IntStream.of(SUBJECT, PREDICATE, OBJECT)
                    .boxed()
                    .sorted((one, other) -> places[before + one] - places[before + other])
                    .toList();
        }

        Record record(long[][] terms, int number) {
            var key = new byte[places.length * NodeId.SIZE];
            int before = places.length - 3;
            if (before > 0) {
                Bytes.setLong(graph, key, places[0] * NodeId.SIZE);
            }
            for (int column = 0; column < 3; column++) {
                Bytes.setLong(terms[column][number], key, places[before + column] * NodeId.SIZE);
            }
            return index.getRecordFactory().create(key);
        }
    }

    /** The subjects of some triples that a store has not met, in whatever graph, within a transaction. */
    static Set<Node> fresh(DatasetGraph dataset, Stream<Triple> triples) {
        var table = TDBInternal.getDatasetGraphTDB(dataset)
                .getTripleTable()
                .getNodeTupleTable()
                .getNodeTable();
        return triples.map(Triple::getSubject)
                .distinct()
                .filter(subject -> NodeId.isDoesNotExist(table.getNodeIdForNode(subject)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long[][] terms(List<Triple> triples, NodeTable table) {
        var terms = new long[3][triples.size()];
        var known = new Object2LongOpenHashMap<Node>();
        int number = 0;
        for (var triple : triples) {
            terms[SUBJECT][number] = known.computeIfAbsent(triple.getSubject(), node -> number(table, (Node) node));
            terms[PREDICATE][number] = known.computeIfAbsent(triple.getPredicate(), node -> number(table, (Node) node));
            terms[OBJECT][number] = known.computeIfAbsent(triple.getObject(), node -> number(table, (Node) node));
            number++;
        }
        return terms;
    }

    /** The number of a term as it stands in an index; one that is new is put into the table. */
    private static long number(NodeTable table, Node node) {
        var bytes = new byte[NodeId.SIZE];
        NodeIdFactory.set(table.getAllocateNodeId(node), bytes);
        return Bytes.getLong(bytes);
    }
}
