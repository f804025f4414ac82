package org.pairgraph.network;

import java.util.List;
import java.util.Optional;

/**
 * What a pairing or co-building says of each of its edges.
 *
 * @param count when a counted group is a side of the claim: how many links the whole claim implies at least
 * @param supporters how many parties stand on this side, a group being one
 * @param supported how many stand on the other
 * @param others the IRIs of the claims that disagree with it, for which it speaks
 */
public record EdgeClaim(
        String iri,
        Optional<String> programme,
        Optional<StatedDay> start,
        Optional<StatedDay> asOf,
        Optional<StatedDay> end,
        Optional<String> status,
        Optional<String> basis,
        Optional<Integer> count,
        int supporters,
        int supported,
        List<String> others) {}
