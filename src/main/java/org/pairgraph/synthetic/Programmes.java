package org.pairgraph.synthetic;

import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** The programmes: a province of the east helps each of the west, and within that a city each city of the west. */
final class Programmes {
    private final Population population;
    private final Parties parties;

    Programmes(Population population, Parties parties) {
        this.population = population;
        this.parties = parties;
    }

    /** The programme that helps a city of the west. */
    static Node of(long westernCity, Scribe scribe) {
        return of(Kind.CITY, westernCity, scribe);
    }

    void write(Scribe scribe) {
        var provinces = population.west(Kind.PROVINCE);
        for (long supported = provinces.first(); supported < provinces.end(); supported++) {
            long partner = population.partnerOf(population.cityOf(Kind.PROVINCE, supported));
            write(Kind.PROVINCE, population.parentOf(Kind.CITY, partner), supported, scribe);
        }
        var cities = population.west(Kind.CITY);
        for (long supported = cities.first(); supported < cities.end(); supported++) {
            write(Kind.CITY, population.partnerOf(supported), supported, scribe);
            scribe.say(PG.partOf, of(Kind.PROVINCE, population.parentOf(Kind.CITY, supported), scribe));
        }
    }

    private void write(Kind kind, long supporter, long supported, Scribe scribe) {
        var from = parties.name(kind, supporter);
        var to = parties.name(kind, supported);
        scribe.about(of(kind, supported, scribe), PG.Programme)
                .label(from.zh() + "—" + to.zh() + "协作", from.en() + "-" + to.en() + " co-operation")
                .say(PG.supporterArea, scribe.party(kind, supporter))
                .say(PG.supportedArea, scribe.party(kind, supported));
    }

    private static Node of(Kind kind, long supported, Scribe scribe) {
        return scribe.thing("programme", kind.code() + "-" + supported);
    }
}
