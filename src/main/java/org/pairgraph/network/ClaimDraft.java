package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Pairings and co-buildings on their way into tables: columns that grow, under provisional numbers. */
final class ClaimDraft {
    final Dictionary.Builder names;
    final IntArrayList isClaim;
    final IntArrayList kinds;
    final IntArrayList statuses;
    final IntArrayList bases;
    final IntArrayList programmes;
    final IntArrayList starts;
    final IntArrayList asOfs;
    final IntArrayList ends;
    final IntArrayList precisions;
    final LongArrayList supporters;
    final LongArrayList supported;
    final LongArrayList wholes;
    final LongArrayList disagreements;
    final Codes kindCodes;
    final Codes statusCodes;
    final Codes basisCodes;
    final Codes programmeCodes;

    private final ThingDraft things;
    private final Remembered known;
    private @Nullable Node lastDate;
    private int lastDay;

    /** @param things the sides of the claims */
    ClaimDraft(ThingDraft things) {
        this.things = things;
        names = new Dictionary.Builder(Dictionary.EMPTY);
        isClaim = new IntArrayList();
        kinds = new IntArrayList();
        statuses = new IntArrayList();
        bases = new IntArrayList();
        programmes = new IntArrayList();
        starts = new IntArrayList();
        asOfs = new IntArrayList();
        ends = new IntArrayList();
        precisions = new IntArrayList();
        supporters = new LongArrayList();
        supported = new LongArrayList();
        wholes = new LongArrayList();
        disagreements = new LongArrayList();
        kindCodes = new Codes();
        kindCodes.add(Tables.CO_BUILDING);
        statusCodes = new Codes();
        basisCodes = new Codes();
        programmeCodes = new Codes();
        known = new Remembered(Remembered.FOR_ALL);
    }

    /** Those of an earlier revision, to be changed. */
    ClaimDraft(ThingDraft things, Tables base) {
        this.things = things;
        names = new Dictionary.Builder(base.claimNames);
        isClaim = new IntArrayList(base.claims());
        for (boolean is : base.isClaim) {
            isClaim.add((is ? 1 : 0));
        }
        kinds = Columns.widened(base.kinds);
        statuses = Columns.widened(base.statuses);
        bases = Columns.widened(base.bases);
        programmes = Columns.growing(base.programmes);
        starts = Columns.growing(base.starts);
        asOfs = Columns.growing(base.asOfs);
        ends = Columns.growing(base.ends);
        precisions = Columns.widened(base.precisions);
        supporters = new LongArrayList(base.supporters.pairs());
        supported = new LongArrayList(base.supported.pairs());
        wholes = new LongArrayList(base.wholes);
        disagreements = new LongArrayList(base.disagreements);
        kindCodes = new Codes(base.kindCodes);
        statusCodes = new Codes(base.statusCodes);
        basisCodes = new Codes(base.basisCodes);
        programmeCodes = new Codes(base.programmeCodes);
        known = new Remembered(Remembered.FOR_SOME);
    }

    /** The provisional number of a claim. */
    int number(Node node) {
        int before = known.find(node);
        if (before >= 0) {
            return before;
        }
        int claim = known.keep(node, names.add(Draft.termOf(node)));
        if (claim == isClaim.size()) {
            isClaim.add(0);
            kinds.add(Codes.NONE);
            statuses.add(Codes.NONE);
            bases.add(Codes.NONE);
            programmes.add(Codes.NONE);
            starts.add(Day.NONE);
            asOfs.add(Day.NONE);
            ends.add(Day.NONE);
            precisions.add(0);
        }
        return claim;
    }

    /** The provisional number of a claim, or -1. */
    int find(Node node) {
        int before = known.find(node);
        return before >= 0 ? before : known.keep(node, names.find(Draft.termOf(node)));
    }

    /** Forgets all that was said of some claims themselves, but not what others say of them. */
    void forget(BitSet claims) {
        claims.stream().forEach(claim -> {
            isClaim.set(claim, 0);
            kinds.set(claim, Codes.NONE);
            statuses.set(claim, Codes.NONE);
            bases.set(claim, Codes.NONE);
            programmes.set(claim, Codes.NONE);
            starts.set(claim, Day.NONE);
            asOfs.set(claim, Day.NONE);
            ends.set(claim, Day.NONE);
            precisions.set(claim, 0);
        });
        for (var pairs : List.of(supporters, supported, wholes, disagreements)) {
            pairs.removeIf((long pair) -> claims.get(Lists.row(pair)));
        }
    }

    void pairing(Node subject) {
        isClaim.set(number(subject), 1);
    }

    void coBuilding(Node subject) {
        int claim = number(subject);
        isClaim.set(claim, 1);
        kinds.set(claim, kindCodes.addSmall(Tables.CO_BUILDING));
    }

    void kind(int claim, Node kind) {
        code(kinds, kindCodes, claim, kind);
    }

    void status(int claim, Node status) {
        code(statuses, statusCodes, claim, status);
    }

    void basis(int claim, Node basis) {
        code(bases, basisCodes, claim, basis);
    }

    private static void code(IntArrayList column, Codes codes, int claim, Node node) {
        var known = codes.name(column.getInt(claim));
        column.set(claim, codes.addSmall(Draft.smaller(known, Codes.nameOf(node))));
    }

    void programme(int claim, Node programme) {
        var known = programmeCodes.name(programmes.getInt(claim));
        programmes.set(claim, programmeCodes.add(Draft.smaller(known, Draft.termOf(programme))));
    }

    void start(int claim, Node date) {
        day(starts, claim, date);
    }

    void asOf(int claim, Node date) {
        day(asOfs, claim, date);
    }

    void end(int claim, Node date) {
        day(ends, claim, date);
    }

    void startPrecision(int claim, Node code) {
        precision(Precision.START, claim, code);
    }

    void asOfPrecision(int claim, Node code) {
        precision(Precision.AS_OF, claim, code);
    }

    void endPrecision(int claim, Node code) {
        precision(Precision.END, claim, code);
    }

    private void precision(Precision precision, int claim, Node code) {
        precisions.set(claim, precision.with(precisions.getInt(claim), code));
    }

    private void day(IntArrayList column, int claim, Node date) {
        if (!date.equals(lastDate)) {
            lastDate = date;
            lastDay = Day.of(date);
        }
        int known = column.getInt(claim);
        column.set(
                claim, known == Day.NONE || lastDay == Day.NONE ? Math.max(known, lastDay) : Math.min(known, lastDay));
    }

    void supporter(int claim, Node party) {
        supporters.add(Lists.pair(claim, things.number(party)));
    }

    void supported(int claim, Node party) {
        supported.add(Lists.pair(claim, things.number(party)));
    }

    void partOf(int claim, Node whole) {
        wholes.add(Lists.pair(claim, number(whole)));
    }

    void disagreesWith(int claim, Node earlier) {
        disagreements.add(Lists.pair(claim, number(earlier)));
    }
}
