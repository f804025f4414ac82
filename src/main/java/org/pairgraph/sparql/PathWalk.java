package org.pairgraph.sparql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEngineSPARQL;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.pairgraph.sparql.HeldMemory.Held;
import org.pairgraph.sparql.HeldMemory.Holding;

/**
 * Where a property path leads (SPARQL 1.1 §18.4). ARQ's evaluation neither ends when a query is stopped nor counts what
 * it holds, and goes as deep into the stack as the path is long; here every triple that is met is looked at by the
 * query's signal and counted, and {@code *} and {@code +} go breadth first.
 */
final class PathWalk implements Held {
    private static final long PASSED = 40;

    private final ExecutionContext context;
    private final Path path;
    private final Graph graph;
    private final Holding started;
    private final Holding walked;

    PathWalk(ExecutionContext context, Path path, RunningQuery query, HeldMemory memory) {
        this.context = context;
        this.path = path;
        this.started = memory.begin();
        this.walked = memory.begin();
        this.graph = new Watched(context.getActiveGraph(), query, walked);
    }

    /** Where the path ends that begins at a node, once for each way there where SPARQL counts the ways. */
    Collection<Node> from(Node start) {
        return walk(start, true);
    }

    /** Where the path begins that ends at a node. */
    Collection<Node> to(Node end) {
        return walk(end, false);
    }

    /** Where the path can begin. */
    Set<Node> starts() {
        return starts(path, true)
                .orElseGet(() -> nodes(Node.ANY, triple -> List.of(triple.getSubject(), triple.getObject())));
    }

    @Override
    public void close() {
        started.close();
        walked.close();
    }

    private Collection<Node> walk(Node node, boolean forwards) {
        walked.close();
        return new Engine(graph, forwards, context).walk(path, node);
    }

    /** Where the first step begins; none when the path may have no step. */
    private Optional<Set<Node>> starts(Path way, boolean forwards) {
        return switch (way) {
            case P_Link link ->
                Optional.of(
                        nodes(link.getNode(), triple -> List.of(forwards ? triple.getSubject() : triple.getObject())));
            case P_Inverse inverse -> starts(inverse.getSubPath(), !forwards);
            case P_OneOrMore1 closure -> starts(closure.getSubPath(), forwards);
            case P_Seq sequence -> starts(forwards ? sequence.getLeft() : sequence.getRight(), forwards);
            case P_Alt either ->
                starts(either.getLeft(), forwards)
                        .flatMap(left -> starts(either.getRight(), forwards).map(right -> {
                            left.addAll(right);
                            return left;
                        }));
            default -> Optional.empty();
        };
    }

    private Set<Node> nodes(Node predicate, Function<Triple, List<Node>> ofTriple) {
        var nodes = new LinkedHashSet<Node>();
        graph.find(Node.ANY, predicate, Node.ANY).forEachRemaining(triple -> {
            walked.close();
            for (var node : ofTriple.apply(triple)) {
                if (nodes.add(node)) {
                    started.add(RowSize.ENTRY + RowSize.of(node));
                }
            }
        });
        return nodes;
    }

    /** ARQ's steps, and closures that go breadth first. */
    private static final class Engine extends PathEngineSPARQL {
        Engine(Graph graph, boolean forwards, ExecutionContext context) {
            super(graph, context.getContext());
            if (!forwards) {
                flipDirection();
            }
        }

        Collection<Node> walk(Path path, Node node) {
            var ends = new ArrayList<Node>();
            eval(path, node, ends);
            return ends;
        }

        @Override
        protected void doZeroOrMore(Path step, Node node, Collection<Node> output) {
            close(step, List.of(node), output);
        }

        @Override
        protected void doOneOrMore(Path step, Node node, Collection<Node> output) {
            close(step, Iter.toList(eval(step, node)), output);
        }

        private void close(Path step, List<Node> begin, Collection<Node> output) {
            var reached = new LinkedHashSet<>(begin);
            var next = new ArrayDeque<>(reached);
            while (!next.isEmpty()) {
                eval(step, next.poll()).forEachRemaining(node -> {
                    if (reached.add(node)) {
                        next.add(node);
                    }
                });
            }
            output.addAll(reached);
        }
    }

    /** A graph that counts the triples which it gives, and looks whether the query still runs. */
    private static final class Watched extends WrappedGraph {
        private final RunningQuery query;
        private final Holding walked;

        Watched(Graph graph, RunningQuery query, Holding walked) {
            super(graph);
            this.query = query;
            this.walked = walked;
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            query.check();
            return WrappedIterator.create(base.find(subject, predicate, object)).mapWith(triple -> {
                query.check();
                walked.add(PASSED);
                return triple;
            });
        }

        @Override
        public ExtendedIterator<Triple> find(Triple triple) {
            return find(triple.getSubject(), triple.getPredicate(), triple.getObject());
        }
    }
}
