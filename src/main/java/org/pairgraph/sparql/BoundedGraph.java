package org.pairgraph.sparql;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/** The graph that CONSTRUCT or DESCRIBE makes, up to a bound, in memory that is counted. */
public final class BoundedGraph {
    /** What the shortest writing of a triple takes beside its terms. */
    private static final int PUNCTUATION = 8;

    private final Graph graph = GraphFactory.createGraphMem();
    private final RunningQuery query;
    private final HeldMemory memory;
    private final long most;
    private final long mostBytes;
    private long bytes;
    private Optional<Cut> cut = Optional.empty();

    BoundedGraph(RunningQuery query, HeldMemory memory, long most, long mostBytes) {
        this.query = query;
        this.memory = memory;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    public Graph graph() {
        return graph;
    }

    /** Which bound the graph ran into; none when it is whole. */
    public Optional<Cut> cut() {
        return cut;
    }

    BoundedGraph construct(QueryExec execution) {
        graph.getPrefixMapping().setNsPrefixes(execution.getQuery().getPrefixMapping());
        addAll(execution.constructTriples());
        return this;
    }

    /**
     * What the default graph says of each thing that is named or found (SPARQL 1.1 §16.4 leaves it to the service).
     *
     * @param execution of the description as a query for rows; none when it has no pattern
     */
    BoundedGraph describe(Query description, Graph about, Optional<QueryExec> execution) {
        graph.getPrefixMapping().setNsPrefixes(description.getPrefixMapping());
        var things = new HashSet<Node>();
        description.getResultURIs().forEach(thing -> describe(thing, about, things));
        execution.ifPresent(found -> describe(found.select(), about, things));
        return this;
    }

    private void describe(RowSet rows, Graph about, Set<Node> known) {
        while (cut.isEmpty() && rows.hasNext()) {
            var row = rows.next();
            for (var variable : rows.getResultVars()) {
                Optional.ofNullable(row.get(variable)).ifPresent(thing -> describe(thing, about, known));
            }
        }
    }

    private void describe(Node thing, Graph about, Set<Node> known) {
        if (thing.isLiteral() || cut.isPresent() || !known.add(thing)) {
            return;
        }
        memory.take(RowSize.ENTRY + RowSize.of(thing));
        addAll(about.find(thing, Node.ANY, Node.ANY));
    }

    private void addAll(Iterator<Triple> triples) {
        while (cut.isEmpty() && triples.hasNext()) {
            query.check();
            add(triples.next());
        }
    }

    private void add(Triple triple) {
        if (graph.contains(triple)) {
            return;
        }
        if (graph.size() >= most) {
            cut = Optional.of(Cut.ROWS);
            return;
        }
        bytes += PUNCTUATION + length(triple.getSubject()) + length(triple.getPredicate()) + length(triple.getObject());
        if (bytes > mostBytes) {
            cut = Optional.of(Cut.BYTES);
            return;
        }
        memory.take(RowSize.of(triple));
        graph.add(triple);
    }

    private static int length(Node term) {
        return term.isLiteral()
                ? term.getLiteralLexicalForm().length()
                : term.toString().length();
    }
}
