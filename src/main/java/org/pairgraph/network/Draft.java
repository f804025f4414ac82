package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.pairgraph.network.Tables.Group;
import org.pairgraph.network.Tables.ProgrammeAreas;
import org.pairgraph.vocab.PG;

/**
 * Tables on their way: columns that grow, under provisional numbers. Of two values where the shapes allow one, the
 * smaller is kept, so that the order of the triples does not matter.
 */
final class Draft {
    final Dictionary.Builder thingNames;
    final Texts texts;
    final IntArrayList classes;
    final IntArrayList parents;
    final IntArrayList zh;
    final IntArrayList en;
    final Int2ObjectOpenHashMap<Group> groups;
    final LongArrayList members;

    final Dictionary.Builder claimNames;
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
    private final Map<Integer, Integer> supporterAreas = new HashMap<>();
    private final Map<Integer, Integer> supportedAreas = new HashMap<>();
    private final Map<Integer, Integer> programmeParents = new HashMap<>();

    private final Remembered knownThings;
    private final Remembered knownClaims;
    private @Nullable Node lastDate;
    private int lastDay;

    Draft() {
        knownThings = new Remembered(Remembered.FOR_ALL);
        knownClaims = new Remembered(Remembered.FOR_ALL);
        thingNames = new Dictionary.Builder(Dictionary.EMPTY);
        texts = new Texts();
        classes = new IntArrayList();
        parents = new IntArrayList();
        zh = new IntArrayList();
        en = new IntArrayList();
        groups = new Int2ObjectOpenHashMap<>();
        members = new LongArrayList();

        claimNames = new Dictionary.Builder(Dictionary.EMPTY);
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
    }

    /** The tables of an earlier revision, to be changed. What is known of programmes has to be read again. */
    Draft(Tables base) {
        knownThings = new Remembered(Remembered.FOR_SOME);
        knownClaims = new Remembered(Remembered.FOR_SOME);
        thingNames = new Dictionary.Builder(base.thingNames);
        texts = base.texts.copy();
        classes = Columns.widened(base.classes);
        parents = Columns.growing(base.parents);
        zh = Columns.growing(base.zh);
        en = Columns.growing(base.en);
        groups = base.groups.clone();
        members = new LongArrayList(base.members.pairs());

        claimNames = new Dictionary.Builder(base.claimNames);
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
    }

    Tables finish() {
        return new Tables(this, thingNames.build(), claimNames.build());
    }

    /** The provisional number of a thing, which is new if it is that of {@code things()} before. */
    int thing(Node node) {
        int known = knownThings.find(node);
        if (known >= 0) {
            return known;
        }
        int thing = knownThings.keep(node, thingNames.add(termOf(node)));
        if (thing == classes.size()) {
            classes.add(ThingClass.NONE);
            parents.add(-1);
            zh.add(0);
            en.add(0);
        }
        return thing;
    }

    int claim(Node node) {
        int known = knownClaims.find(node);
        if (known >= 0) {
            return known;
        }
        int claim = knownClaims.keep(node, claimNames.add(termOf(node)));
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

    int findThing(Node node) {
        int known = knownThings.find(node);
        return known >= 0 ? known : knownThings.keep(node, thingNames.find(termOf(node)));
    }

    int findClaim(Node node) {
        int known = knownClaims.find(node);
        return known >= 0 ? known : knownClaims.keep(node, claimNames.find(termOf(node)));
    }

    int things() {
        return classes.size();
    }

    /** Forgets all that was said of some things and claims themselves, but not what others say of them. */
    void forget(BitSet things, BitSet claims) {
        things.stream().forEach(thing -> {
            classes.set(thing, ThingClass.NONE);
            parents.set(thing, -1);
            zh.set(thing, 0);
            en.set(thing, 0);
            groups.remove(thing);
        });
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
        members.removeIf((long pair) -> things.get(Lists.row(pair)));
        for (var pairs : List.of(supporters, supported, wholes, disagreements)) {
            pairs.removeIf((long pair) -> claims.get(Lists.row(pair)));
        }
    }

    void type(Node subject, Node type) {
        byte number = ThingClass.number(type);
        if (number != ThingClass.NONE) {
            int thing = thing(subject);
            int known = classes.getInt(thing);
            classes.set(thing, known == ThingClass.NONE ? number : Math.min(known, number));
        } else if (type.equals(PG.Pairing)) {
            isClaim.set(claim(subject), 1);
        } else if (type.equals(PG.CoBuilding)) {
            int claim = claim(subject);
            isClaim.set(claim, 1);
            kinds.set(claim, kindCodes.addSmall(Tables.CO_BUILDING));
        }
    }

    void within(Node subject, Node place) {
        int thing = thing(subject);
        int parent = thing(place);
        int known = parents.getInt(thing);
        if (known < 0 || thingNames.term(parent).compareTo(thingNames.term(known)) < 0) {
            parents.set(thing, parent);
        }
    }

    void namedMember(Node group, Node member) {
        members.add(Lists.pair(thing(group), thing(member)));
    }

    void label(int thing, Node label) {
        if (!label.isLiteral()) {
            return;
        }
        var language = label.getLiteralLanguage();
        if (language.regionMatches(true, 0, "zh", 0, 2)) {
            label(zh, thing, label.getLiteralLexicalForm());
        } else if (language.regionMatches(true, 0, "en", 0, 2)) {
            label(en, thing, label.getLiteralLexicalForm());
        }
    }

    private void label(IntArrayList labels, int thing, String text) {
        int known = labels.getInt(thing);
        if (known == 0 || text.compareTo(texts.text(known)) < 0) {
            labels.set(thing, texts.add(text));
        }
    }

    void memberCount(int thing, Node count) {
        if (count.isLiteral() && count.getLiteralValue() instanceof Number number) {
            var group = groups.getOrDefault(thing, Group.UNKNOWN);
            int stated = Math.clamp(number.longValue(), 0, Integer.MAX_VALUE);
            int least = group.count() == 0 ? stated : Math.min(group.count(), stated);
            groups.put(thing, new Group(least, group.qualifier(), group.kinds()));
        }
    }

    void memberKind(int thing, Node kind) {
        var group = groups.getOrDefault(thing, Group.UNKNOWN);
        var kinds = Stream.concat(group.kinds().stream(), Stream.of(Codes.nameOf(kind)))
                .distinct()
                .sorted()
                .toList();
        groups.put(thing, new Group(group.count(), group.qualifier(), kinds));
    }

    void countQualifier(int thing, Node code) {
        var group = groups.getOrDefault(thing, Group.UNKNOWN);
        groups.put(thing, new Group(group.count(), smaller(group.qualifier(), Codes.nameOf(code)), group.kinds()));
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
        column.set(claim, codes.addSmall(smaller(known, Codes.nameOf(node))));
    }

    void programme(int claim, Node programme) {
        var known = programmeCodes.name(programmes.getInt(claim));
        programmes.set(claim, programmeCodes.add(smaller(known, termOf(programme))));
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
        supporters.add(Lists.pair(claim, thing(party)));
    }

    void supported(int claim, Node party) {
        supported.add(Lists.pair(claim, thing(party)));
    }

    void partOf(int claim, Node whole) {
        wholes.add(Lists.pair(claim, claim(whole)));
    }

    void disagreesWith(int claim, Node earlier) {
        disagreements.add(Lists.pair(claim, claim(earlier)));
    }

    void supporterArea(Node programme, Node area) {
        smallerArea(supporterAreas, programme, area);
    }

    void supportedArea(Node programme, Node area) {
        smallerArea(supportedAreas, programme, area);
    }

    private void smallerArea(Map<Integer, Integer> areas, Node programme, Node area) {
        areas.merge(
                programmeCodes.add(termOf(programme)),
                thing(area),
                (known, other) -> thingNames.term(known).compareTo(thingNames.term(other)) <= 0 ? known : other);
    }

    void programmePartOf(Node programme, Node whole) {
        programmeParents.merge(
                programmeCodes.add(termOf(programme)),
                programmeCodes.add(termOf(whole)),
                (known, other) ->
                        programmeCodes.name(known).compareTo(programmeCodes.name(other)) <= 0 ? known : other);
    }

    /** For each programme its areas, or those of the programme that it is part of. */
    List<ProgrammeAreas> programmeAreas(int[] numbers) {
        var areas = new ArrayList<ProgrammeAreas>();
        for (int programme = 0; programme < programmeCodes.size(); programme++) {
            areas.add(new ProgrammeAreas(
                    area(programme, supporterAreas, numbers), area(programme, supportedAreas, numbers)));
        }
        return List.copyOf(areas);
    }

    private int area(int programme, Map<Integer, Integer> areas, int[] numbers) {
        Integer whole = programme;
        for (int steps = 0; whole != null && steps < programmeCodes.size(); steps++) {
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

    private static String smaller(String known, String other) {
        return known.isEmpty() || other.compareTo(known) < 0 ? other : Objects.requireNonNull(known);
    }
}
