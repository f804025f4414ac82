package org.pairgraph.sparql;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.pairgraph.sparql.SparqlProblem.Kind;

/** The rows of {@code SERVICE}. When the other endpoint gives none, the query is refused with its reason. */
final class ServiceRows extends QueryIteratorWrapper {
    private final OpService service;

    private ServiceRows(OpService service, QueryIterator rows) {
        super(rows);
        this.service = service;
    }

    static QueryIterator of(OpService service, QueryIterator rows) {
        return new ServiceRows(service, rows);
    }

    @Override
    protected boolean hasNextBinding() {
        return orRefuse(super::hasNextBinding);
    }

    @Override
    protected Binding moveToNextBinding() {
        return orRefuse(super::moveToNextBinding);
    }

    private <T> T orRefuse(Supplier<T> step) {
        try {
            return step.get();
        } catch (QueryExceptionHTTP | HttpException | ResultSetException | RiotException | JsonException e) {
            throw findOurs(e).orElseGet(() -> new EndedEarly(failed(e)));
        }
    }

    private QueryRefusal failed(RuntimeException e) {
        return QueryRefusal.of(
                Kind.SERVICE_FAILED,
                "SERVICE <%s> gives no rows (%s): ask it yourself to see why, or write SERVICE SILENT to do without"
                        .formatted(service.getService(), why(e)));
    }

    /** ARQ's readers put what ends them into an exception of their own. */
    private static Optional<QueryCancelledException> findOurs(RuntimeException e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .filter(QueryCancelledException.class::isInstance)
                .map(QueryCancelledException.class::cast)
                .findFirst();
    }

    private static String why(RuntimeException e) {
        return switch (e) {
            case QueryExceptionHTTP http when http.getStatusCode() > 0 -> "status " + http.getStatusCode();
            case HttpException http when http.getStatusCode() > 0 -> "status " + http.getStatusCode();
            default -> String.valueOf(e.getMessage());
        };
    }
}
