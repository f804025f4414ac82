/**
 * Who may change the store: tokens, roles, limits on failures, and the log of what was asked.
 *
 * <p>The door is {@link org.pairgraph.access.Access}. It promises that a token is shown once, when it is made, and is
 * nowhere written except where the first one waits for its owner. What a role may do is decided by those who ask.
 */
@NullMarked
package org.pairgraph.access;

import org.jspecify.annotations.NullMarked;
