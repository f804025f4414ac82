/**
 * Queries that stewards keep under a name of their own, for a link that is short.
 *
 * <p>The door is {@link org.pairgraph.saved.SavedQueries}: it keeps them in the store's folder, outside the ledger. It
 * promises that each is whole, has its words in both languages, and parses. Who may save, and running them, is not here.
 */
@NullMarked
package org.pairgraph.saved;

import org.jspecify.annotations.NullMarked;
