package org.pairgraph.sparql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.path.PathWriter;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.vocab.Namespaces;

/** What a query has to be before it is run: SPARQL 1.1, not too long, and nothing that reaches out of the store. */
final class QueryRules {
    private static final int LONGEST_MESSAGE = 2_000;

    /** Putting them in a good order takes a time that grows with their square, and is not interrupted. */
    private static final int MOST_PATTERNS = 2_000;

    /** Where ARQ would look for code behind a predicate. */
    private static final List<String> MAGIC = List.of(
            "java:",
            "http://jena.apache.org/ARQ/property#",
            "http://jena.apache.org/ARQ/list#",
            "http://jena.hpl.hp.com/ARQ/property#",
            "http://jena.hpl.hp.com/ARQ/list#");

    private static final Pattern PLACE = Pattern.compile("line ([0-9]{1,6}), column ([0-9]{1,6})");

    private final int queryLength;
    private final Set<String> services;

    QueryRules(QueryLimits limits) {
        this.queryLength = limits.queryLength();
        this.services = limits.services();
    }

    /**
     * Reads a query. Relative IRIs are below {@code /id/}.
     *
     * @throws QueryRefusal if it breaks a rule
     */
    ParsedQuery parse(String text) {
        if (text.length() > queryLength) {
            throw QueryRefusal.of(
                    Kind.QUERY_TOO_LONG,
                    "The query has %,d characters and may have %,d: shorten its lists, or ask in parts"
                            .formatted(text.length(), queryLength));
        }
        try {
            return required(QueryFactory.create(text, Namespaces.ID, Syntax.syntaxSPARQL_11));
        } catch (QueryParseException e) {
            throw malformed(e);
        } catch (QueryException e) {
            throw QueryRefusal.malformed(0, 0, shortened("The query cannot be read: " + e.getMessage()));
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** The words tell the place more exactly than the numbers beside them. */
    static QueryRefusal malformed(QueryParseException e) {
        if (e.getCause() instanceof StackOverflowError) {
            return tooDeep();
        }
        var message =
                "The query cannot be read: " + String.valueOf(e.getMessage()).strip();
        var place = PLACE.matcher(message);
        return place.find()
                ? QueryRefusal.malformed(
                        Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), shortened(message))
                : QueryRefusal.malformed(e.getLine(), e.getColumn(), shortened(message));
    }

    /** The words may repeat what is wrong, however long it is. */
    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    static QueryRefusal tooDeep() {
        return QueryRefusal.of(
                Kind.QUERY_NOT_ALLOWED, "The query is nested too deeply: take out parentheses and groups");
    }

    /**
     * A query that somebody else has read.
     *
     * @throws QueryRefusal if it reaches out of the store
     */
    ParsedQuery required(Query query) {
        if (Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
                .anyMatch(Quad.unionGraph.getURI()::equals)) {
            throw noUnion();
        }
        var operators = new Operators();
        Walker.walk(Algebra.compile(query), operators, new Expressions());
        return new ParsedQuery(query, operators.graphs);
    }

    private final class Operators extends OpVisitorBase {
        private final Set<Node> graphs = new HashSet<>();
        private int patterns;

        @Override
        public void visit(OpGraph graph) {
            if (Quad.isUnionGraph(graph.getNode())) {
                throw noUnion();
            }
            graphs.add(graph.getNode());
        }

        @Override
        public void visit(OpService service) {
            var endpoint = service.getService();
            if (!endpoint.isURI() || !services.contains(endpoint.getURI())) {
                throw notAllowed("SERVICE %s is not asked from here: ask it yourself, and bring its rows as VALUES"
                        .formatted(endpoint));
            }
        }

        @Override
        public void visit(OpBGP pattern) {
            count(pattern.getPattern().size());
            pattern.getPattern().forEach(triple -> requirePlain(triple.getPredicate()));
        }

        @Override
        public void visit(OpPath path) {
            count(1);
            var steps = PathWriter.asString(path.getTriplePath().getPath());
            MAGIC.stream()
                    .filter(magic -> steps.contains("<" + magic))
                    .findFirst()
                    .ifPresent(magic -> {
                        throw noProperty(steps);
                    });
        }

        @Override
        public void visit(OpOrder order) {
            order.getConditions().forEach(condition -> walk(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup group) {
            for (var aggregator : group.getAggregators()) {
                if (aggregator.getAggregator() instanceof AggCustom custom) {
                    throw notAllowed(
                            "The aggregate <%s> is not there: SPARQL 1.1 has seven".formatted(custom.getIRI()));
                }
                var arguments = aggregator.getAggregator().getExprList();
                if (arguments != null) {
                    arguments.forEach(this::walk);
                }
            }
        }

        /** The walker goes neither into conditions of order nor into aggregates. */
        private void walk(Expr expression) {
            Walker.walk(expression, this, new Expressions());
        }

        private void count(int more) {
            patterns += more;
            if (patterns > MOST_PATTERNS) {
                throw notAllowed("The query has more than %,d triple patterns: bring terms as VALUES, or ask in parts"
                        .formatted(MOST_PATTERNS));
            }
        }

        private void requirePlain(Node predicate) {
            if (predicate.isURI() && MAGIC.stream().anyMatch(predicate.getURI()::startsWith)) {
                throw noProperty("<" + predicate.getURI() + ">");
            }
        }

        private static QueryRefusal noProperty(String property) {
            return notAllowed(
                    "The property function %s is not there: docs/operating.md lists what is".formatted(property));
        }
    }

    private static final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_Function named && !AllowedFunctions.contains(named.getFunctionIRI())) {
                throw notAllowed("The function <%s> is not there: docs/operating.md lists those that are"
                        .formatted(named.getFunctionIRI()));
            }
        }
    }

    private static QueryRefusal noUnion() {
        return notAllowed(
                "<%s> would have superseded versions in it: the default graph is the union of those that are current"
                        .formatted(Quad.unionGraph.getURI()));
    }

    private static QueryRefusal notAllowed(String message) {
        return QueryRefusal.of(Kind.QUERY_NOT_ALLOWED, message);
    }
}
