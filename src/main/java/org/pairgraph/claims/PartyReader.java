package org.pairgraph.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.claims.Party.Group;
import org.pairgraph.claims.Party.OtherName;
import org.pairgraph.claims.Party.PairingsOfKind;
import org.pairgraph.claims.Party.Point;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/** Puts together the page of a party. */
final class PartyReader {
    private static final int LEVELS_AT_MOST = 10;
    static final Node LAT = NodeFactory.createURI(Namespaces.PREFIXES.get("wgs") + "lat");
    static final Node LONG = NodeFactory.createURI(Namespaces.PREFIXES.get("wgs") + "long");

    private final Names names;
    private final ClaimReader claims;

    PartyReader(Names names, ClaimReader claims) {
        this.names = names;
        this.claims = claims;
    }

    Party party(Description party) {
        var node = party.subject();
        var thing = names.thing(party);
        var pointing = claims.pointingAt(node);
        var concerning = pointing.subjects(PG.about);

        var others = new ArrayList<Node>();
        var pairings = new ArrayList<PairingsOfKind>();
        pairings.addAll(byKind("supports", pointing.subjects(PG.supporter), others));
        pairings.addAll(byKind("supported", pointing.subjects(PG.supported), others));
        return new Party(
                thing.id(),
                thing.iri(),
                thing.type(),
                thing.label(),
                otherNames(party),
                Stream.of(PG.countyType, PG.townshipType, PG.villageType)
                        .flatMap(property -> party.code(property).stream())
                        .findFirst(),
                party.text(PG.adminCode),
                point(party),
                places(party),
                group(party, thing),
                names.things(pointing.subjects(PG.namedMember)),
                party.code(PG.basis),
                Languages.note(party.values(PG.note)),
                pairings,
                claims.some(of(PG.CoBuilding, others, List.of()), claims::coBuilding),
                claims.some(of(PG.Observation, concerning, List.of()), claims::observation),
                claims.some(of(PG.Posting, pointing.subjects(PG.from), pointing.subjects(PG.to)), claims::posting),
                claims.some(of(PG.Event, pointing.subjects(PG.participant), concerning), claims::event),
                claims.some(of(PG.Task, pointing.subjects(PG.responsible), concerning), names::thing),
                claims.evidence(party));
    }

    private List<Node> of(Node type, List<Node> some, List<Node> more) {
        return Stream.concat(some.stream(), more.stream())
                .distinct()
                .filter(claim -> claims.isA(claim, type))
                .sorted(Description.ORDER)
                .toList();
    }

    /**
     * The pairings by kind.
     *
     * @param others where the claims go that are none
     */
    private List<PairingsOfKind> byKind(String direction, List<Node> found, List<Node> others) {
        var reading = Claimed.of(found, names);
        Map<String, List<Node>> kinds = new TreeMap<>();
        for (var claim : found) {
            var kind = reading.kind(claim);
            if (kind.isPresent() || claims.isA(claim, PG.Pairing)) {
                kinds.computeIfAbsent(kind.orElse(""), code -> new ArrayList<>())
                        .add(claim);
            } else {
                others.add(claim);
            }
        }
        return kinds.entrySet().stream()
                .map(entry -> new PairingsOfKind(
                        direction,
                        Optional.of(entry.getKey()).filter(kind -> !kind.isEmpty()),
                        Told.countOnce(entry.getValue(), names::disagreeing),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .limit(ClaimReader.SHOWN)
                                .map(claim -> claims.pairingSummary(reading.description(claim)))
                                .toList()))
                .toList();
    }

    private List<Thing> places(Description party) {
        var places = new ArrayList<Node>();
        var next = party.value(PG.within);
        while (next.isPresent() && !places.contains(next.get()) && places.size() < LEVELS_AT_MOST) {
            places.add(next.get());
            next = names.placeOf(next.get());
        }
        return names.things(places);
    }

    private Optional<Group> group(Description party, Thing thing) {
        if (thing.type().filter("PartyGroup"::equals).isEmpty()) {
            return Optional.empty();
        }
        var named = party.values(PG.namedMember);
        var qualifier = party.code(PG.countQualifier);
        return Optional.of(new Group(
                thing.count(),
                qualifier,
                party.values(PG.memberKind).stream().map(Description::codeOf).toList(),
                claims.some(named, names::thing),
                thing.count()
                        .filter(count -> qualifier.filter("exact"::equals).isPresent())
                        .map(count -> Math.max(0, count - named.size()))));
    }

    private static List<OtherName> otherNames(Description party) {
        return party.values(SKOS.altLabel.asNode()).stream()
                .filter(Node::isLiteral)
                .map(name -> new OtherName(name.getLiteralLexicalForm(), name.getLiteralLanguage()))
                .toList();
    }

    private static Optional<Point> point(Description party) {
        return party.decimal(LAT)
                .flatMap(lat ->
                        party.decimal(LONG).map(longitude -> new Point(lat, longitude, party.text(PG.pointSource))));
    }
}
