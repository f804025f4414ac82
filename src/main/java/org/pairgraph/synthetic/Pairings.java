package org.pairgraph.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/**
 * The pairings. The first ones are between counted groups; of the others some are part of one of those. Who is supported
 * is mostly anybody of the west; who supports is seldom anybody: a few support thousands.
 */
final class Pairings {
    /** One of its hundred places for each percent of the pairings. */
    private static final List<Kind> KINDS = kinds();

    private final long seed;
    private final long pairings;
    private final Population population;
    private final Groups groups;
    private final Papers papers;

    Pairings(long seed, long pairings, Population population, Groups groups, Papers papers) {
        this.seed = seed;
        this.pairings = pairings;
        this.population = population;
        this.groups = groups;
        this.papers = papers;
    }

    void write(Scribe scribe) {
        for (long number = 0; number < pairings; number++) {
            if (number < population.groupPairings()) {
                writeOfGroups(number, scribe);
            } else {
                writeOfParties(number, scribe);
            }
        }
    }

    private void writeOfGroups(long number, Scribe scribe) {
        begin(number, groups.kindIn(number), groups.westernCityIn(number), status(number), scribe)
                .say(PG.supporter, Groups.supporterIn(number, scribe))
                .say(PG.supported, Groups.supportedIn(number, scribe));
    }

    private void writeOfParties(long number, Scribe scribe) {
        var dice = Dice.of(seed, "pairing", number);
        if (population.groupPairings() > 0 && dice.percent(4)) {
            writePart(number, dice.below(population.groupPairings()), dice, scribe);
            return;
        }
        var kind = KINDS.get((int) dice.below(KINDS.size()));
        write(number, kind, supported(kind, dice), status(number), dice, scribe);
    }

    /** A pairing of named parties that a pairing of counted groups includes. */
    private void writePart(long number, long whole, Dice dice, Scribe scribe) {
        var kind = groups.kindIn(whole);
        var named = groups.namedSupportedIn(whole);
        var members = population.inCity(kind, groups.westernCityIn(whole));
        long supported = named.isEmpty()
                ? members.first() + dice.below(members.size())
                : named.get((int) dice.below(named.size()));
        write(number, kind, List.of(supported), status(whole), dice, scribe);
        scribe.say(PG.partOf, pairing(whole, scribe));
    }

    private void write(long number, Kind kind, List<Long> supported, String status, Dice dice, Scribe scribe) {
        long city = population.cityOf(kind, supported.getFirst());
        begin(number, kind, city, status, scribe);
        supporters(kind, city, supported, dice, scribe).forEach(supporter -> scribe.say(PG.supporter, supporter));
        supported.forEach(party -> scribe.say(PG.supported, scribe.party(kind, party)));
    }

    private Scribe begin(long number, Kind kind, long westernCity, String status, Scribe scribe) {
        var dice = Dice.of(seed, "claim", number);
        scribe.about(pairing(number, scribe), PG.Pairing)
                .say(PG.pairingKind, Scribe.code(kind.code()))
                .say(PG.programme, Programmes.of(westernCity, scribe))
                .say(PG.status, Scribe.code(status));
        if (dice.percent(96)) {
            scribe.say(PG.basis, Scribe.code("stated"));
        } else {
            scribe.say(PG.basis, Scribe.code("inferred"))
                    .say(PG.note, "由共同的任务推断。", "Inferred from tasks that both have.");
        }
        Period.write(status.equals("actual"), dice, scribe);
        papers.cite(number, scribe);
        return scribe;
    }

    private String status(long number) {
        long share = Dice.of(seed, "status", number).below(100);
        return share < 86 ? "actual" : share < 95 ? "planned" : "agreed";
    }

    private List<Long> supported(Kind kind, Dice dice) {
        var west = population.west(kind);
        long first = west.ofRank(dice.percent(70) ? dice.below(west.size()) : dice.skewedBelow(west.size(), 3));
        long wanted = dice.percent(85) ? 1 : dice.between(2, 4);
        var supported = new ArrayList<Long>();
        for (long step = 0; step < Math.min(wanted, west.size()); step++) {
            supported.add(west.after(first, step));
        }
        return supported;
    }

    private Set<Node> supporters(Kind kind, long westernCity, List<Long> supported, Dice dice, Scribe scribe) {
        long wanted = dice.percent(84) ? 1 : dice.between(2, 5);
        var supporters = new LinkedHashSet<Node>();
        for (long turn = 0; turn < wanted; turn++) {
            var of = supporterKind(kind, dice);
            long supporter = supporter(of, westernCity, dice);
            if (of != kind || !supported.contains(supporter)) {
                supporters.add(scribe.party(of, supporter));
            }
        }
        if (supporters.isEmpty()) {
            supporters.add(scribe.party(
                    kind,
                    population.inCity(kind, population.partnerOf(westernCity)).first()));
        }
        return supporters;
    }

    /** Somebody of the partner city, one of the great supporters of the east, or now and then anybody. */
    private long supporter(Kind kind, long westernCity, Dice dice) {
        long draw = dice.below(100);
        if (draw < 60) {
            var partners = population.inCity(kind, population.partnerOf(westernCity));
            return partners.ofRank(dice.skewedBelow(partners.size(), 2));
        }
        if (draw < 85) {
            var east = population.east(kind);
            return east.ofRank(dice.skewedBelow(east.size(), 6));
        }
        var all = population.all(kind);
        return all.ofRank(dice.below(all.size()));
    }

    /** Mostly one's like; villages also have enterprises, social organisations and bodies of government. */
    private static Kind supporterKind(Kind supported, Dice dice) {
        if (supported != Kind.VILLAGE || dice.percent(35)) {
            return supported;
        }
        long draw = dice.below(100);
        return draw < 60 ? Kind.ENTERPRISE : draw < 85 ? Kind.SOCIAL_ORGANIZATION : Kind.GOVERNMENT_BODY;
    }

    private static Node pairing(long number, Scribe scribe) {
        return scribe.thing("pairing", number);
    }

    private static List<Kind> kinds() {
        var kinds = new ArrayList<Kind>();
        add(42, Kind.VILLAGE, kinds);
        add(22, Kind.SCHOOL, kinds);
        add(11, Kind.TOWNSHIP, kinds);
        add(8, Kind.HOSPITAL, kinds);
        add(5, Kind.COUNTY, kinds);
        add(4, Kind.ENTERPRISE, kinds);
        add(3, Kind.SOCIAL_ORGANIZATION, kinds);
        add(2, Kind.PUBLIC_INSTITUTION, kinds);
        add(2, Kind.GOVERNMENT_BODY, kinds);
        add(1, Kind.CITY, kinds);
        return List.copyOf(kinds);
    }

    private static void add(int percent, Kind kind, List<Kind> kinds) {
        for (int place = 0; place < percent; place++) {
            kinds.add(kind);
        }
    }
}
