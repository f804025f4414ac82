package org.pairgraph.sparql;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.vocab.PG;

/**
 * The one way in which queries run that somebody else wrote or chose: read by the rules, in a place of their own, until
 * their deadline, within their memory. Whatever they ask, they end, and the process goes on. Safe for many threads.
 */
public final class GuardedQueries implements AutoCloseable {
    private final QueryLimits limits;
    private final QueryRules rules;
    private final RunningQueries running;
    private final HeldMemory.Pool pool;
    private final Optional<HttpClient> http;
    private final FunctionRegistry functions = AllowedFunctions.functions();
    private final PropertyFunctionRegistry properties = AllowedFunctions.properties();

    /** Queries that do not know {@code pg:matches}. */
    public GuardedQueries(QueryLimits limits) {
        this.limits = limits;
        this.rules = new QueryRules(limits);
        this.running = new RunningQueries(limits);
        this.http = limits.services().isEmpty() ? Optional.empty() : Optional.of(ServiceClient.shared());
        this.pool = new HeldMemory.Pool(limits.sharedMemory());
    }

    /** @param search of the names in the store that is asked, for {@code pg:matches} */
    public GuardedQueries(QueryLimits limits, PartySearch search) {
        this(limits);
        properties.put(PG.matches.getURI(), iri -> new PartyMatches(search));
    }

    public QueryLimits limits() {
        return limits;
    }

    /** The register of those that run or wait. */
    public RunningQueries running() {
        return running;
    }

    /**
     * Reads a query. Relative IRIs are below {@code /id/}.
     *
     * @throws QueryRefusal if it is not SPARQL 1.1, too long, or asks for what is not done here
     */
    public ParsedQuery parse(String text) {
        return rules.parse(text);
    }

    /**
     * A query that was read elsewhere.
     *
     * @throws QueryRefusal if it asks for what is not done here
     */
    public ParsedQuery required(Query query) {
        return rules.required(query);
    }

    /**
     * Runs a query when there is a place, in this thread.
     *
     * @param text the query as it was sent, for the register
     * @param client the address that asks
     * @param work executes the query, and is done with it when it returns
     * @throws QueryRefusal if there is no place, or the query has to end early
     */
    public <T> T run(String text, String client, Function<GuardedRun, T> work) {
        return running.run(text, client, query -> {
            try (var memory = new HeldMemory(limits.memory(), pool)) {
                return work.apply(new GuardedRun(query, memory, limits, functions, properties, http));
            } catch (QueryParseException e) {
                throw QueryRules.malformed(e);
            } catch (QueryBuildException e) {
                throw QueryRefusal.malformed(0, 0, "The query cannot be built: " + e.getMessage());
            } catch (RevisionNotAtHand e) {
                throw QueryRefusal.of(e);
            } catch (StackOverflowError e) {
                throw QueryRules.tooDeep();
            } catch (OutOfMemoryError e) {
                throw QueryRefusal.of(
                        Kind.QUERY_TOO_LARGE, "The query ran out of memory: bind more, or ask for a part of it");
            }
        });
    }

    /** Stops what runs. */
    @Override
    public void close() {
        running.close();
        http.ifPresent(HttpClient::shutdownNow);
    }
}
