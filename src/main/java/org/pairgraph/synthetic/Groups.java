package org.pairgraph.synthetic;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/**
 * The counted groups. Each belongs to one group pairing: that of an even number is its supporter, in a city of the east;
 * the next is supported, in the city of the west that the eastern one helps.
 */
final class Groups {
    private static final List<Kind> KINDS =
            List.of(Kind.SCHOOL, Kind.VILLAGE, Kind.SCHOOL, Kind.HOSPITAL, Kind.ENTERPRISE);
    private static final List<String> QUALIFIERS = List.of("exact", "more-than", "about", "nearly");

    private final long seed;
    private final Population population;

    Groups(long seed, Population population) {
        this.seed = seed;
        this.population = population;
    }

    /** What the members of both groups of a group pairing are. */
    Kind kindIn(long pairing) {
        return KINDS.get((int) Dice.of(seed, "kind of groups", pairing).below(KINDS.size()));
    }

    /** The city of the west of a group pairing. */
    long westernCityIn(long pairing) {
        var west = population.west(Kind.CITY);
        return west.first() + Dice.of(seed, "city of groups", pairing).below(west.size());
    }

    static Node supporterIn(long pairing, Scribe scribe) {
        return scribe.thing("group", 2 * pairing);
    }

    static Node supportedIn(long pairing, Scribe scribe) {
        return scribe.thing("group", 2 * pairing + 1);
    }

    /** Those of the supported group of a group pairing who have a name; maybe none. */
    List<Long> namedSupportedIn(long pairing) {
        return named(kindIn(pairing), westernCityIn(pairing), 2 * pairing + 1);
    }

    void write(Scribe scribe) {
        for (long pairing = 0; pairing < population.groupPairings(); pairing++) {
            long west = westernCityIn(pairing);
            write(2 * pairing, kindIn(pairing), population.partnerOf(west), scribe);
            write(2 * pairing + 1, kindIn(pairing), west, scribe);
        }
    }

    private void write(long group, Kind kind, long city, Scribe scribe) {
        var dice = Dice.of(seed, "group", group);
        var named = named(kind, city, group);
        scribe.about(scribe.thing("group", group), PG.PartyGroup)
                .say(PG.memberKind, Scribe.code(kind.code()))
                .say(PG.memberCount, named.size() + dice.between(2, 400))
                .say(PG.countQualifier, Scribe.code(QUALIFIERS.get((int) dice.skewedBelow(QUALIFIERS.size(), 3))));
        if (dice.percent(80)) {
            scribe.say(PG.within, scribe.party(Kind.CITY, city));
        }
        named.forEach(member -> scribe.say(PG.namedMember, scribe.party(kind, member)));
    }

    private List<Long> named(Kind kind, long city, long group) {
        var dice = Dice.of(seed, "named members", group);
        if (dice.percent(50)) {
            return List.of();
        }
        var candidates = population.inCity(kind, city);
        long first = candidates.first() + dice.below(candidates.size());
        return LongStream.range(0, Math.min(candidates.size(), dice.between(1, 8)))
                .mapToObj(step -> candidates.after(first, step))
                .toList();
    }
}
