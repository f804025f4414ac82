/**
 * The command line: arguments become a configuration, a command runs, an exit code comes out (0 done, 1 refused, 2
 * usage).
 *
 * <p>The door is {@link org.pairgraph.cli.Main}. It promises one clear line instead of a stack trace for everything that
 * an operator can mend. The work is in the other rooms.
 */
@NullMarked
package org.pairgraph.cli;

import org.jspecify.annotations.NullMarked;
