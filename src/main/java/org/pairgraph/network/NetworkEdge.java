package org.pairgraph.network;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A step from one party to another. A pairing or co-building leads from each supporter to each supported party: all
 * these edges have the same claim. A step {@link #WITHIN} leads from a thing to the place around it, and one
 * {@link #MEMBER} from a group to a member; neither has a claim.
 *
 * @param id unique in the network
 * @param kind the kind of the pairing, {@code co-building}, {@code within} or {@code member}
 * @param count when a counted group is a side of the claim: how many links it implies at least
 */
public record NetworkEdge(
        String id,
        Optional<String> claim,
        String source,
        String target,
        String kind,
        Optional<String> programme,
        Optional<LocalDate> start,
        Optional<LocalDate> asOf,
        Optional<LocalDate> end,
        Optional<String> status,
        Optional<String> basis,
        Optional<Integer> count) {
    /** The kind of an edge from a thing to the place that it lies in directly. */
    public static final String WITHIN = "within";

    /** The kind of an edge from a group to a named member. */
    public static final String MEMBER = "member";
}
