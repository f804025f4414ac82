/**
 * Files become sources: read with Rio, checked against the shapes, brought into the store.
 *
 * <p>The door is {@link org.pairgraph.ingest.Importer}. It promises that a file that cannot be read changes nothing and
 * that reading never touches the network. Transactions and the ledger are in {@code store}.
 */
@NullMarked
package org.pairgraph.ingest;

import org.jspecify.annotations.NullMarked;
