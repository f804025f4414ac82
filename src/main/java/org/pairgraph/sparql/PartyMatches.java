package org.pairgraph.sparql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.pairgraph.sparql.PartySearch.Scored;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.RevisionNotAtHand;

/**
 * {@code pg:matches} in a query: {@code ?party pg:matches "rongshui"}, {@code ?party pg:matches ("rongshui" 10)},
 * {@code (?party ?score) pg:matches ("rongshui" 10)}. The names are those of the revision that the query reads. For one
 * query in one thread; a text is searched once in it.
 */
final class PartyMatches extends PropertyFunctionEval {
    private static final int USUAL_LIMIT = 20;

    private final PartySearch search;
    private final Map<Asked, List<Scored>> found = new HashMap<>();

    PartyMatches(PartySearch search) {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
        this.search = search;
    }

    private record Asked(String text, int limit) {}

    /** What the subject is: the party, and the score where it is wanted. */
    private record Wanted(Node party, Optional<Node> score) {}

    @Override
    public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        super.build(subject, predicate, object, context);
        if (subject.isList() && (subject.getArgListSize() < 1 || subject.getArgListSize() > 2)) {
            throw new QueryBuildException("pg:matches has one party before it, or (?party ?score)");
        }
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        var wanted = wanted(subject);
        var rows = new ArrayList<Binding>();
        for (var one : found.computeIfAbsent(asked(object), asked -> find(asked, revision(context)))) {
            row(binding, wanted, one).ifPresent(rows::add);
        }
        return QueryIterPlainWrapper.create(rows.iterator(), context);
    }

    private static Wanted wanted(PropFuncArg subject) {
        if (!subject.isList()) {
            return new Wanted(subject.getArg(), Optional.empty());
        }
        var all = subject.getArgList();
        return new Wanted(all.getFirst(), all.size() == 2 ? Optional.of(all.get(1)) : Optional.empty());
    }

    private static Asked asked(PropFuncArg object) {
        var all = object.isList() ? object.getArgList() : List.of(object.getArg());
        if (all.isEmpty() || all.size() > 2 || !all.getFirst().isLiteral()) {
            throw refused("takes a text, or (text limit): ?party pg:matches (\"rongshui\" 10)");
        }
        return new Asked(all.getFirst().getLiteralLexicalForm(), all.size() == 2 ? limit(all.get(1)) : USUAL_LIMIT);
    }

    private static int limit(Node node) {
        if (node.isLiteral() && node.getLiteralLexicalForm().matches("[0-9]{1,9}")) {
            return Integer.parseInt(node.getLiteralLexicalForm());
        }
        throw refused("takes a whole number as its limit, not " + node);
    }

    private List<Scored> find(Asked asked, int revision) {
        try {
            return search.find(asked.text(), asked.limit(), revision);
        } catch (IllegalArgumentException e) {
            throw refused("cannot search: " + e.getMessage());
        } catch (RevisionNotAtHand e) {
            throw new EndedEarly(QueryRefusal.of(e));
        }
    }

    /** The dataset that a query is put to knows its revision, unless the query made it from graphs. */
    private static int revision(ExecutionContext context) {
        DatasetGraph dataset = context.getDataset();
        while (dataset instanceof DynamicDatasetGraph made) {
            dataset = made.getOriginal();
        }
        return PairStore.revisionOf(dataset);
    }

    private static Optional<Binding> row(Binding binding, Wanted wanted, Scored found) {
        return bound(binding, wanted.party(), found.party())
                .flatMap(row -> wanted.score().isEmpty()
                        ? Optional.of(row)
                        : bound(
                                row,
                                wanted.score().get(),
                                NodeValue.makeDouble(found.score()).asNode()));
    }

    /** A row with one more value; none when it has another one there. */
    private static Optional<Binding> bound(Binding row, Node place, Node value) {
        if (!Var.isVar(place)) {
            return place.equals(value) ? Optional.of(row) : Optional.empty();
        }
        var variable = Var.alloc(place);
        var known = row.get(variable);
        if (known != null) {
            return known.equals(value) ? Optional.of(row) : Optional.empty();
        }
        return Optional.of(BindingFactory.binding(row, variable, value));
    }

    /** Without a place: the text may come from anywhere in the query. */
    private static EndedEarly refused(String why) {
        return new EndedEarly(QueryRefusal.malformed(0, 0, "The query cannot be read: pg:matches " + why));
    }
}
