package org.pairgraph.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The claims as edges between areas of one level, by source, target and kind.
 *
 * <p>A party stands where it lies; an area where it is; a group where it lies, else in its programme's area of its side.
 * A claim is made at the smallest places that hold its supporters and its supported. When its parties lie in several
 * areas of the level, each pair of these has the part of the claim that lies in it. Of claims that disagree one counts,
 * and a claim that is part of another, or whose sides are the other's or named members of its groups, is not added to it.
 *
 * @param areas those that are a source or a target
 * @param unplaced how many claims have no pair of areas of this level: a side lies above it, or nowhere
 */
public record RollUp(int revision, AreaLevel level, List<NetworkNode> areas, List<Edge> edges, int unplaced) {

    /**
     * The links of one kind from one area to another.
     *
     * @param stated the claim made at exactly this pair of places, the one with the latest date where there are several
     * @param others the IRIs of the others, the later before the earlier; they are never added up
     * @param below what the pairs of places one level down have at least, each pair once
     * @param atLeast the greater of what is stated and what is below
     * @param named how many of these are known by the names of both parties
     * @param remainder the others of these
     * @param placedByProgramme whether a group stands here only because of its programme
     */
    public record Edge(
            String source,
            String target,
            String kind,
            Optional<Stated> stated,
            List<String> others,
            int below,
            int atLeast,
            int named,
            int remainder,
            boolean placedByProgramme) {}

    /**
     * What one claim says.
     *
     * @param links the greater of its two sides: a named party counts 1, a group its count
     * @param date its as-of, else its start
     */
    public record Stated(String claim, int links, Optional<LocalDate> date) {}
}
