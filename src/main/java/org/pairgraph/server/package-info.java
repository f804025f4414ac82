/**
 * Starts and stops the parts together in one process on one port.
 *
 * <p>The door is {@link org.pairgraph.server.PairServer}, configured by {@link org.pairgraph.server.Config}. It promises
 * that a server that cannot start says why in one line and leaves the store unharmed. What a request means is in
 * {@code api} and {@code sparql}.
 */
@NullMarked
package org.pairgraph.server;

import org.jspecify.annotations.NullMarked;
