package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What the default graph says of things (parties and sites) and of claims (pairings and co-buildings), in columns: a
 * thing and a claim is its number in {@link #thingNames} and {@link #claimNames}. Nothing here is derived.
 */
final class Tables {
    /** The kind that the edges of a co-building have. */
    static final String CO_BUILDING = "co-building";

    final Dictionary thingNames;
    final Texts texts;
    final byte[] classes;
    final int[] parents;
    final int[] zh;
    final int[] en;
    final Int2ObjectOpenHashMap<Group> groups;
    final BitSet isGroup;
    final Pairs members;

    final Dictionary claimNames;
    final boolean[] isClaim;
    final byte[] kinds;
    final byte[] statuses;
    final byte[] bases;
    final int[] programmes;
    final int[] starts;
    final int[] asOfs;
    final int[] ends;
    final byte[] precisions;
    final Lists supporters;
    final Lists supported;
    final long[] wholes;
    final long[] disagreements;

    final Codes kindCodes;
    final Codes statusCodes;
    final Codes basisCodes;
    final Codes programmeCodes;
    final List<ProgrammeAreas> programmeAreas;

    /** What a document says of a counted group. */
    record Group(int count, String qualifier, List<String> kinds) {
        static final Group UNKNOWN = new Group(0, "", List.of());
    }

    /** The numbers of the areas on both sides of a programme, or -1. */
    record ProgrammeAreas(int supporter, int supported) {
        static final ProgrammeAreas NONE = new ProgrammeAreas(-1, -1);
    }

    Tables(Draft draft, Dictionary.Built things, Dictionary.Built claims) {
        int[] thing = things.numbers();
        int[] claim = claims.numbers();
        thingNames = things.dictionary();
        texts = draft.things.texts;
        texts.trim();
        classes = Columns.movedBytes(draft.things.classes, thing);
        parents = Columns.movedReferences(draft.things.parents, thing, thing);
        zh = Columns.moved(draft.things.zh, thing);
        en = Columns.moved(draft.things.en, thing);
        groups = Columns.moved(draft.things.groups, thing);
        isGroup = new BitSet(classes.length);
        groups.keySet().forEach(isGroup::set);
        members = new Pairs(Columns.movedPairs(draft.things.members, thing, thing));

        claimNames = claims.dictionary();
        isClaim = Columns.movedFlags(draft.claims.isClaim, claim);
        kinds = Columns.movedBytes(draft.claims.kinds, claim);
        statuses = Columns.movedBytes(draft.claims.statuses, claim);
        bases = Columns.movedBytes(draft.claims.bases, claim);
        programmes = Columns.moved(draft.claims.programmes, claim);
        starts = Columns.moved(draft.claims.starts, claim);
        asOfs = Columns.moved(draft.claims.asOfs, claim);
        ends = Columns.moved(draft.claims.ends, claim);
        precisions = Columns.movedBytes(draft.claims.precisions, claim);
        supporters = Lists.of(claim.length, Columns.movedPairs(draft.claims.supporters, claim, thing));
        supported = Lists.of(claim.length, Columns.movedPairs(draft.claims.supported, claim, thing));
        wholes = Columns.sorted(Columns.movedPairs(draft.claims.wholes, claim, claim));
        disagreements = Columns.sorted(Columns.movedPairs(draft.claims.disagreements, claim, claim));

        kindCodes = draft.claims.kindCodes.inOrder();
        byte[] kindNumbers = draft.claims.kindCodes.smallNumbersIn(kindCodes);
        for (int row = 0; row < kinds.length; row++) {
            kinds[row] = kindNumbers[kinds[row]];
        }
        statusCodes = draft.claims.statusCodes;
        basisCodes = draft.claims.basisCodes;
        programmeCodes = draft.claims.programmeCodes;
        programmeAreas = draft.programmeAreas(thing);
    }

    int things() {
        return classes.length;
    }

    int claims() {
        return kinds.length;
    }

    /** Which of the edges of a claim one is, from 1; 0 when it is the only one. */
    int edgeNumber(int claim, int source, int target) {
        int here = supporters.count(claim);
        int there = supported.count(claim);
        if (here * there == 1) {
            return 0;
        }
        int from = here == 1 ? 0 : supporters.indexOf(claim, source);
        int to = there == 1 ? 0 : supported.indexOf(claim, target);
        return from * there + to + 1;
    }

    /** The names of the codes that claims have, in order. */
    List<String> used(Codes codes, IntUnaryOperator codeOf) {
        var used = new BitSet();
        for (int claim = 0; claim < claims(); claim++) {
            if (isClaim[claim]) {
                used.set(codeOf.applyAsInt(claim));
            }
        }
        used.clear(Codes.NONE);
        return used.stream().mapToObj(codes::name).sorted().toList();
    }

    long bytes() {
        return thingNames.bytes()
                + claimNames.bytes()
                + texts.bytes()
                + 13L * things()
                + 21L * claims()
                + members.bytes()
                + supporters.bytes()
                + supported.bytes()
                + 8L * (wholes.length + disagreements.length)
                + 160L * groups.size();
    }
}
