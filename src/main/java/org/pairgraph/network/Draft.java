package org.pairgraph.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.pairgraph.network.Tables.ProgrammeAreas;
import org.pairgraph.vocab.PG;

/**
 * Tables on their way. Of two values where the shapes allow one, the smaller is kept, so that the order of the triples
 * does not matter.
 */
final class Draft {
    final ThingDraft things;
    final ClaimDraft claims;
    private final Map<Integer, Integer> supporterAreas = new HashMap<>();
    private final Map<Integer, Integer> supportedAreas = new HashMap<>();
    private final Map<Integer, Integer> programmeParents = new HashMap<>();

    Draft() {
        things = new ThingDraft();
        claims = new ClaimDraft(things);
    }

    /** The tables of an earlier revision, to be changed. What is known of programmes has to be read again. */
    Draft(Tables base) {
        things = new ThingDraft(base);
        claims = new ClaimDraft(things, base);
    }

    /** Puts the names of claims in order in one thread and those of things in another. */
    Tables finish() {
        var ofClaims = Meanwhile.begin(claims.names::build);
        return new Tables(this, things.names.build(), ofClaims.get());
    }

    void forget(BitSet someThings, BitSet someClaims) {
        things.forget(someThings);
        claims.forget(someClaims);
    }

    void type(Node subject, Node type) {
        byte number = ThingClass.number(type);
        if (number != ThingClass.NONE) {
            things.type(subject, number);
        } else if (type.equals(PG.Pairing)) {
            claims.pairing(subject);
        } else if (type.equals(PG.CoBuilding)) {
            claims.coBuilding(subject);
        }
    }

    void supporterArea(Node programme, Node area) {
        smallerArea(supporterAreas, programme, area);
    }

    void supportedArea(Node programme, Node area) {
        smallerArea(supportedAreas, programme, area);
    }

    private void smallerArea(Map<Integer, Integer> areas, Node programme, Node area) {
        areas.merge(
                claims.programmeCodes.add(termOf(programme)),
                things.number(area),
                (known, other) -> things.term(known).compareTo(things.term(other)) <= 0 ? known : other);
    }

    void programmePartOf(Node programme, Node whole) {
        programmeParents.merge(
                claims.programmeCodes.add(termOf(programme)),
                claims.programmeCodes.add(termOf(whole)),
                (known, other) -> claims.programmeCodes.name(known).compareTo(claims.programmeCodes.name(other)) <= 0
                        ? known
                        : other);
    }

    /** For each programme its areas, or those of the programme that it is part of. */
    List<ProgrammeAreas> programmeAreas(int[] numbers) {
        var areas = new ArrayList<ProgrammeAreas>();
        for (int programme = 0; programme < claims.programmeCodes.size(); programme++) {
            areas.add(new ProgrammeAreas(
                    area(programme, supporterAreas, numbers), area(programme, supportedAreas, numbers)));
        }
        return List.copyOf(areas);
    }

    private int area(int programme, Map<Integer, Integer> areas, int[] numbers) {
        Integer whole = programme;
        for (int steps = 0; whole != null && steps < claims.programmeCodes.size(); steps++) {
            var area = areas.get(whole);
            if (area != null) {
                return numbers[area];
            }
            whole = programmeParents.get(whole);
        }
        return -1;
    }

    static String termOf(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    static String smaller(String known, String other) {
        return known.isEmpty() || other.compareTo(known) < 0 ? other : Objects.requireNonNull(known);
    }
}
