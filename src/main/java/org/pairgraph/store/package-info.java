/**
 * The TDB2 dataset: sources, their versions, the ledger of revisions, and transactions.
 *
 * <p>The door is {@link org.pairgraph.store.PairStore}. It promises that a change is one transaction that makes one
 * revision, all or nothing, and that readers never wait. Reading files, shapes and HTTP are not here; TDB2's own types
 * do not leave.
 */
@NullMarked
package org.pairgraph.store;

import org.jspecify.annotations.NullMarked;
