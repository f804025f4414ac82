package org.pairgraph.sparql;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;

/** The solutions of one property path (SPARQL 1.1 §9, §18.4) for each row. */
final class PathRows extends QueryIterRepeatApply {
    private final TriplePath path;
    private final ExecutionContext context;
    private final RunningQuery query;
    private final HeldMemory memory;

    PathRows(TriplePath path, QueryIterator rows, ExecutionContext context, RunningQuery query, HeldMemory memory) {
        super(rows, context);
        this.path = path;
        this.context = context;
        this.query = query;
        this.memory = memory;
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        var walk = new PathWalk(context, path.getPath(), query, memory);
        var subject = Var.lookup(row, path.getSubject());
        var object = Var.lookup(row, path.getObject());
        var solutions = QueryIterPlainWrapper.create(solutions(walk, row, subject, object), context);
        return GuardedRows.releasing(solutions, walk);
    }

    private static Iterator<Binding> solutions(PathWalk walk, Binding row, Node subject, Node object) {
        if (!Var.isVar(subject) && !Var.isVar(object)) {
            return times(row, object::sameValueAs, walk.from(subject));
        }
        if (!Var.isVar(subject)) {
            return ends(row, object, walk.from(subject));
        }
        if (!Var.isVar(object)) {
            return ends(row, subject, walk.to(object));
        }
        return Iter.flatMap(walk.starts().iterator(), start -> {
            var begun = BindingFactory.binding(row, Var.alloc(subject), start);
            return subject.equals(object)
                    ? times(begun, start::equals, walk.from(start))
                    : ends(begun, object, walk.from(start));
        });
    }

    private static Iterator<Binding> times(Binding row, Predicate<Node> wanted, Collection<Node> found) {
        long times = found.stream().filter(wanted).count();
        return Collections.nCopies(Math.toIntExact(times), row).iterator();
    }

    private static Iterator<Binding> ends(Binding row, Node variable, Collection<Node> found) {
        var end = Var.alloc(variable);
        return Iter.map(found.iterator(), node -> BindingFactory.binding(row, end, node));
    }
}
