/**
 * The network of pairings in memory: neighbourhoods, counts, shortest paths, roll-ups, and the whole of it as a file.
 *
 * <p>The door is {@link org.pairgraph.network.PairingNetwork}, one revision that never changes and from which the next
 * one is made. It promises that every answer is of one revision and that no reader waits. HTTP and files are not here,
 * nor is the search for names.
 */
@NullMarked
package org.pairgraph.network;

import org.jspecify.annotations.NullMarked;
