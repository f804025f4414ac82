package org.pairgraph.network;

import java.util.Optional;

/**
 * A step from one party to another. A pairing or co-building leads from each supporter to each supported party: all
 * these edges have the same claim. A step {@link #WITHIN} leads from a thing to the place around it, and one
 * {@link #MEMBER} from a group to a member; neither has a claim.
 *
 * @param id unique in the network
 * @param kind the kind of the pairing, {@code co-building}, {@code within} or {@code member}
 */
public record NetworkEdge(String id, String source, String target, String kind, Optional<EdgeClaim> claim) {
    /** The kind of an edge from a thing to the place that it lies in directly. */
    public static final String WITHIN = "within";

    /** The kind of an edge from a group to a named member. */
    public static final String MEMBER = "member";
}
