package org.pairgraph.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a token allows. A later one includes those before. */
public enum Role {
    /** Plans, applies and undoes imports. */
    STEWARD,
    /** Also looks after the store and its tokens. */
    ADMIN;

    /** Whether whoever has this role may do what needs the other. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As commands, files and answers write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no role \"%s\": use one of %s"
                        .formatted(
                                label, Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", ")))));
    }
}
