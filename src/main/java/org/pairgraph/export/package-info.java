/**
 * The data of a revision as a file to take away.
 *
 * <p>The door is {@link org.pairgraph.export.Dumps}: it makes files when they are first asked for and keeps a bounded
 * number of them in the store's folder. {@link org.pairgraph.export.DumpWriter} writes one to any stream. They promise
 * the same bytes for the same revision, within one read transaction and bounded memory, and that nothing is in them but
 * what {@code /sparql} says. HTTP is not here; the network as GraphML is in {@code network}.
 */
@NullMarked
package org.pairgraph.export;

import org.jspecify.annotations.NullMarked;
