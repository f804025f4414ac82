/**
 * Results of queries that can be cited: a query, a revision and the digest of what it answered, under a name made of all
 * three.
 *
 * <p>The door is {@link org.pairgraph.citations.Citations}: it keeps citations in the store's folder, outside the ledger,
 * and compares a later answer with the one that was cited. It promises that a name never stands for something else.
 * Who may cite, and running the query, is not here.
 */
@NullMarked
package org.pairgraph.citations;

import org.jspecify.annotations.NullMarked;
