/**
 * SPARQL over the store: the endpoint, the guards within which every query runs, the catalogue of named queries.
 *
 * <p>The doors are {@link org.pairgraph.sparql.Endpoint}, {@link org.pairgraph.sparql.GuardedQueries} and {@link
 * org.pairgraph.sparql.QueryCatalogue}. They promise that a query ends, reads one revision, says which, and changes
 * nothing. HTTP routing of the API is not here.
 */
@NullMarked
package org.pairgraph.sparql;

import org.jspecify.annotations.NullMarked;
