/**
 * What the default graph says about a party, a claim or a passage, as records.
 *
 * <p>The door is {@link org.pairgraph.claims.Claims}: a view of one graph within the transaction of its caller. It
 * promises that only records come out, that lists are in a fixed order, and that no page costs more than the part of the
 * graph that it shows. SPARQL, HTTP and the network in memory are not here.
 */
@NullMarked
package org.pairgraph.claims;

import org.jspecify.annotations.NullMarked;
