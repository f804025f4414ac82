package org.pairgraph.network;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pairgraph.store.Delta;
import org.pairgraph.vocab.PG;

/**
 * Finds whose degree a change may have changed: the sides of each claim that it touches. Of claims that disagree one
 * counts, and a change of one of them may make it another, so that the sides of all of them are found. It has to be asked
 * of both revisions: a claim that is no more may have held others together.
 */
final class Regrading {
    private final Structure structure;
    private final BitSet claims = new BitSet();
    private final Set<String> parties = new HashSet<>();

    private Regrading(Structure structure) {
        this.structure = structure;
    }

    /** The IRIs of the sides that the claims had in the revision before the change. */
    static Set<String> touchedBefore(Delta delta, Structure structure) {
        return touched(delta, structure, delta::mayHaveMet);
    }

    /** The IRIs of the sides that they have since then. */
    static Set<String> touchedSince(Delta delta, Structure structure) {
        return touched(delta, structure, subject -> true);
    }

    private static Set<String> touched(Delta delta, Structure structure, Predicate<Node> known) {
        var regrading = new Regrading(structure);
        delta.bySubject().keySet().stream().filter(known).forEach(regrading::touch);
        for (var triples : List.of(delta.added(), delta.removed())) {
            triples.stream()
                    .filter(triple -> triple.predicateMatches(PG.disagreesWith))
                    .map(Triple::getObject)
                    .forEach(regrading::touch);
        }
        return regrading.sides();
    }

    private Set<String> sides() {
        claims.stream().forEach(claim -> {
            structure.tables.supporters.forEach(claim, this::keep);
            structure.tables.supported.forEach(claim, this::keep);
        });
        return parties;
    }

    private void touch(Node subject) {
        int claim = structure.tables.claimNames.find(Draft.termOf(subject));
        if (claim < 0) {
            return;
        }
        claims.set(claim);
        if (structure.disagreements.isJoined(claim)) {
            for (int joined : structure.disagreements.joinedWith(claim)) {
                claims.set(joined);
            }
        }
    }

    private void keep(int party) {
        parties.add(structure.tables.thingNames.term(party));
    }
}
