package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A party with all that is said of it. Long lists are cut and say how long they are.
 *
 * @param kind what an area of its class is by name, for example {@code autonomous-county}
 * @param places the places around it, the nearest first, up to the province
 * @param groups the counted groups that name it as a member
 */
public record Party(
        String id,
        String iri,
        @JsonProperty("class") Optional<String> type,
        Label label,
        List<OtherName> otherNames,
        Optional<String> kind,
        Optional<String> adminCode,
        Optional<Point> point,
        List<Thing> places,
        Optional<Group> group,
        List<Thing> groups,
        Optional<String> basis,
        Optional<Label> note,
        List<PairingsOfKind> pairings,
        Some<CoBuilding> coBuildings,
        Some<Observation> observations,
        Some<Posting> postings,
        Some<Event> events,
        Some<Thing> tasks,
        List<EvidenceRef> evidence) {

    /** A short, former, traditional or misprinted name. */
    public record OtherName(String text, String language) {}

    /** Where it is, and who says so. */
    public record Point(
            BigDecimal lat, @JsonProperty("long") BigDecimal longitude, Optional<String> source) {}

    /**
     * How many a counted group has.
     *
     * @param remainder those that are not named; none when the number is open
     */
    public record Group(
            Optional<Integer> count,
            Optional<String> qualifier,
            List<String> kinds,
            Some<Thing> named,
            Optional<Integer> remainder) {}

    /**
     * The pairings of one kind in one direction.
     *
     * @param direction {@code supports} where the party is the supporter, {@code supported} where it is supported
     * @param count how many there are, those that disagree with each other counted once
     * @param total how many claims there are, each for itself
     * @param items the first of them
     */
    public record PairingsOfKind(
            String direction, Optional<String> kind, int count, int total, List<PairingSummary> items) {}
}
