package org.pairgraph.claims;

import java.util.List;

/**
 * Two claims that do not say the same.
 *
 * @param differences what differs beside the value, and so explains why two figures need not exclude each other
 */
public record Disagreement(Statement one, Statement other, List<Difference> differences) {

    /** Something in which two figures differ, by its code. */
    public record Difference(String code, Label label) {}
}
