/**
 * What a client of the web of data gets for an IRI of ours: a description of bounded size, in a syntax of its choice.
 *
 * <p>The doors are {@link org.pairgraph.linked.Describer}, which finds what a description says, and {@link
 * org.pairgraph.linked.Syntax}, which writes it. They promise that a description costs no more than its page, however
 * much is said of a thing, and that one revision gives the same statements each time. Which address answers what is in
 * {@code api}.
 */
@NullMarked
package org.pairgraph.linked;

import org.jspecify.annotations.NullMarked;
