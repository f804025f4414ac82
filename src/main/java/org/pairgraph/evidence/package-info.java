/**
 * Finds a passage again in its document: the texts are files in a folder of the operator, known by their digests.
 *
 * <p>The door is {@link org.pairgraph.evidence.Passages}. It promises that a name in the data never becomes a path and
 * that a passage is shown only when its digest agrees. The graph comes from the caller; printing is in {@code cli}.
 */
@NullMarked
package org.pairgraph.evidence;

import org.jspecify.annotations.NullMarked;
