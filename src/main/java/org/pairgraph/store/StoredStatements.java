package org.pairgraph.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/** What the default graph of TDB2 says, by its numbers of terms: the index is read once, terms when they are wanted. */
final class StoredStatements implements Statements {
    /** Reading so many triples in one run takes less than looking up some properties one by one. */
    private static final int FEW = 100;

    private static final int SUBJECT = 0;
    private static final int PROPERTY = 1;
    private static final int OBJECT = 2;

    private final Graph graph;
    private final TupleTable triples;
    private final NodeTable numbers;
    private final StoredTerms terms;
    private final StoredTerms.Reader reader;
    private final Map<Node, NodeId> known = new HashMap<>();

    StoredStatements(DatasetGraph dataset) {
        graph = dataset.getDefaultGraph();
        var database = TDBInternal.getDatasetGraphTDB(dataset);
        var table = database.getTripleTable().getNodeTupleTable();
        triples = table.getTupleTable();
        numbers = table.getNodeTable();
        terms = StoredTerms.of(database);
        reader = terms.reader();
    }

    @Override
    public Graph graph() {
        return graph;
    }

    @Override
    public Subject of(Node subject) {
        return new Read(number(subject), subject);
    }

    @Override
    public List<Node> objects(Node subject, Node property) {
        return find(number(subject), number(property), NodeId.NodeIdAny, OBJECT);
    }

    @Override
    public List<Node> subjects(Node property, Node object) {
        return find(NodeId.NodeIdAny, number(property), number(object), SUBJECT);
    }

    @Override
    public Pointing pointingAt(Node object) {
        var number = number(object);
        if (!isKnown(number)) {
            return property -> List.of();
        }
        var found = new ArrayList<Tuple<NodeId>>();
        var pointing = triples.find(TupleFactory.tuple(NodeId.NodeIdAny, NodeId.NodeIdAny, number));
        while (pointing.hasNext() && found.size() < FEW) {
            found.add(pointing.next());
        }
        if (pointing.hasNext()) {
            Iter.close(pointing);
            return property -> subjects(property, object);
        }
        return property -> {
            var wanted = number(property);
            return found.stream()
                    .filter(triple -> triple.get(PROPERTY).equals(wanted))
                    .map(triple -> term(triple.get(SUBJECT)))
                    .toList();
        };
    }

    @Override
    public void read(List<Pattern> patterns) {
        try (var telling = new Telling(terms.reader())) {
            for (var pattern : patterns) {
                forEach(
                        NodeId.NodeIdAny,
                        number(pattern.property()),
                        number(pattern.object()),
                        triple -> telling.add(pattern, triple.get(SUBJECT), triple.get(OBJECT)));
            }
        }
    }

    private List<Node> find(NodeId subject, NodeId property, NodeId object, int wanted) {
        var found = new ArrayList<Node>();
        forEach(subject, property, object, triple -> found.add(term(triple.get(wanted))));
        return found;
    }

    private void forEach(NodeId subject, NodeId property, NodeId object, Consumer<Tuple<NodeId>> action) {
        if (isKnown(subject) && isKnown(property) && isKnown(object)) {
            triples.find(TupleFactory.tuple(subject, property, object)).forEachRemaining(action);
        }
    }

    private static boolean isKnown(NodeId term) {
        return !NodeId.isDoesNotExist(term);
    }

    private NodeId number(Node term) {
        return Node.ANY.equals(term) ? NodeId.NodeIdAny : known.computeIfAbsent(term, numbers::getNodeIdForNode);
    }

    private Node term(NodeId number) {
        var term = reader.oftenRead(number);
        if (term.isURI()) {
            known.put(term, number);
        }
        return term;
    }

    /** The properties and objects of one subject, as numbers. */
    private final class Read implements Subject {
        private final NodeId number;
        private final List<NodeId> propertyNumbers = new ArrayList<>();
        private final List<NodeId> objectNumbers = new ArrayList<>();
        private @Nullable Node node;

        Read(NodeId number, @Nullable Node node) {
            this.number = number;
            this.node = node;
            forEach(number, NodeId.NodeIdAny, NodeId.NodeIdAny, triple -> {
                propertyNumbers.add(triple.get(PROPERTY));
                objectNumbers.add(triple.get(OBJECT));
            });
        }

        @Override
        public Node node() {
            if (node == null) {
                node = term(number);
            }
            return node;
        }

        @Override
        public boolean isEmpty() {
            return propertyNumbers.isEmpty();
        }

        @Override
        public Set<Node> properties() {
            var distinct = new LinkedHashSet<>(propertyNumbers);
            var found = new LinkedHashSet<Node>();
            distinct.forEach(number -> found.add(term(number)));
            return found;
        }

        @Override
        public List<Node> objects(Node property) {
            return numbers(property).stream().map(StoredStatements.this::term).toList();
        }

        @Override
        public Optional<Subject> onlyObject(Node property) {
            var found = numbers(property);
            return found.size() == 1 ? Optional.of(new Read(found.getFirst(), null)) : Optional.empty();
        }

        /** SPO is in order of the properties' numbers, so that those of one stand together. */
        private List<NodeId> numbers(Node property) {
            var number = number(property);
            int first = propertyNumbers.indexOf(number);
            return first < 0 ? List.of() : objectNumbers.subList(first, propertyNumbers.lastIndexOf(number) + 1);
        }
    }
}
