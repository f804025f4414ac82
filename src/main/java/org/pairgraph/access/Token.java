package org.pairgraph.access;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a token: never the token itself.
 *
 * @param name whose it is, and who the ledger names as the actor
 * @param digest SHA-256 of the token, hex. That is enough for 256 random bits: there is no list of likely ones to try,
 *     as there is for passwords
 */
public record Token(String name, Role role, String digest, Instant createdAt) {
    /** The actor of a command that opens the store itself and shows no token. */
    public static final String LOCAL = "local";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Set<String> RESERVED = Set.of("release", LOCAL);

    public Token {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a token is 1 to 40 of a-z, 0-9 and hyphens, not \"" + name + "\"");
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("The name \"" + name + "\" is reserved: choose another for the token");
        }
    }
}
