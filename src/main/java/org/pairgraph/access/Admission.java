package org.pairgraph.access;

import java.time.Duration;

/** Whether somebody who shows a token, or none, is let in. */
public sealed interface Admission {
    /** The token counts. */
    record Admitted(String name, Role role) implements Admission {}

    /** No token was shown. */
    record NoToken() implements Admission {}

    /** What was shown is no token, or one that was revoked. */
    record WrongToken() implements Admission {}

    /** The address has failed too often. */
    record TooManyFailures(Duration retryAfter) implements Admission {}
}
