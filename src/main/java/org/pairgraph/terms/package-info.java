/**
 * What the ontology and the shapes say, as records and as a page for people.
 *
 * <p>The doors are {@link org.pairgraph.terms.Terms}, which reads, and {@link org.pairgraph.terms.TermsPage}, which
 * writes. They promise a fixed order and nothing that is not in the files. Checking data against the shapes is in {@code
 * ingest}.
 */
@NullMarked
package org.pairgraph.terms;

import org.jspecify.annotations.NullMarked;
