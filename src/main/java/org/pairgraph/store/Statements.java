package org.pairgraph.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * What a graph says, within the transaction of the caller. A term is fetched when it is asked for, so that reading a
 * subject costs little however much is said of it that nobody asks for. Lists have no order. Not for use by many threads.
 */
public sealed interface Statements permits GraphStatements, StoredStatements {

    /** What the default graph of a dataset says that {@link PairStore} lent. */
    static Statements of(DatasetGraph lent) {
        return TDBInternal.isBackedByTDB(lent) ? new StoredStatements(lent) : of(lent.getDefaultGraph());
    }

    static Statements of(Graph graph) {
        return new GraphStatements(graph);
    }

    /** The same as a graph. */
    Graph graph();

    /** Everything that is said of one subject. */
    Subject of(Node subject);

    /** The objects of a subject and a property; where one property is wanted this is quicker than {@link #of}. */
    List<Node> objects(Node subject, Node property);

    /** The subjects of a property and an object. */
    List<Node> subjects(Node property, Node object);

    /** Who points at a thing, where several properties are wanted; this is quick when few do, by whatever property. */
    Pointing pointingAt(Node object);

    /**
     * Reads all triples of some patterns, one pattern after the other, and tells each pattern its triples. What is told
     * runs in one thread, which may be another than the caller's.
     */
    void read(List<Pattern> patterns);

    /**
     * Triples to be read.
     *
     * @param object or {@link Node#ANY}
     * @param reader is told the subject and the object of each
     */
    record Pattern(Node property, Node object, BiConsumer<Node, Node> reader) {}

    /** The triples of one object. */
    interface Pointing {
        List<Node> subjects(Node property);
    }

    /** The triples of one subject. */
    interface Subject {
        Node node();

        /** Whether nothing is said of it. */
        boolean isEmpty();

        Set<Node> properties();

        List<Node> objects(Node property);

        /** The only object of a property, as a subject; none when there are several or none. */
        Optional<Subject> onlyObject(Node property);
    }
}
