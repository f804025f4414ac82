package org.pairgraph.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** All of one revision that questions are answered from: what is stated, and how it hangs together. */
final class Structure {
    private static final int SELECTIONS = 16;

    final Tables tables;
    final BitSet present;
    final BitSet groups;
    final Places places;
    final Adjacency supports;
    final Adjacency supportedBy;
    final Pairs groupsOf;
    final Disagreements disagreements;
    final JsonNames names;
    private final Cache<NetworkFilter, Selection> selections =
            Caffeine.newBuilder().maximumSize(SELECTIONS).build();
    private final AtomicReferenceArray<int[]> areas = new AtomicReferenceArray<>(AreaLevel.values().length);
    private final AtomicReferenceArray<Components> components = new AtomicReferenceArray<>(2);
    private final AtomicReference<BitSet> deadEnds = new AtomicReference<>();
    private final AtomicReferenceArray<Units> units = new AtomicReferenceArray<>(AreaLevel.values().length);
    private volatile @Nullable PartsOfWholes partsOfWholes;

    private record PartsOfWholes(Pairs wholes, BitSet parts) {}

    Structure(Tables tables) {
        this.tables = tables;
        present = present(tables);
        groups = groups(tables);
        places = Places.of(tables.parents, present);
        var backwards = Meanwhile.begin(() -> Adjacency.supportedBy(tables));
        supports = Adjacency.supports(tables);
        supportedBy = backwards.get();
        groupsOf = tables.members.inverse();
        disagreements = new Disagreements(tables);
        names = new JsonNames(tables);
    }

    Selection selection(NetworkFilter filter) {
        return selections
                .get(filter, wanted -> new Selection(tables, disagreements, wanted))
                .again();
    }

    /** The number of a party or site. */
    int thing(String iri) {
        int thing = tables.thingNames.find(iri);
        if (thing < 0 || !present.get(thing)) {
            throw new UnknownParty(iri);
        }
        return thing;
    }

    /** The named members of a group that is present. */
    void members(int group, IntConsumer action) {
        if (present.get(group)) {
            tables.members.forEach(group, action);
        }
    }

    /** The groups that are present and have a thing as a named member. */
    void groupsOf(int thing, IntConsumer action) {
        groupsOf.forEach(thing, group -> {
            if (present.get(group)) {
                action.accept(group);
            }
        });
    }

    /** The place around a thing, what lies in it directly, its members, and the groups that it is a member of. */
    void forEachAround(int thing, IntConsumer action) {
        int parent = places.parent(thing);
        if (parent >= 0) {
            action.accept(parent);
        }
        places.forEachChild(thing, action);
        members(thing, action);
        groupsOf(thing, action);
    }

    /** What is joined at all. Kept once it was asked for. */
    Components components(boolean throughPlaces) {
        int index = throughPlaces ? 1 : 0;
        var known = components.get(index);
        if (known != null) {
            return known;
        }
        var found = new Components(this, throughPlaces);
        components.set(index, found);
        return found;
    }

    /**
     * What has no more than one neighbour by claims: no way leads through it, unless through places. Kept once it was
     * asked for.
     */
    BitSet deadEnds() {
        var known = deadEnds.get();
        if (known != null) {
            return known;
        }
        var found = new BitSet(tables.things());
        for (int thing = 0; thing < tables.things(); thing++) {
            int other = supports.onlyOther(thing, Adjacency.NOBODY);
            found.set(thing, other != Adjacency.SEVERAL && supportedBy.onlyOther(thing, other) != Adjacency.SEVERAL);
        }
        deadEnds.set(found);
        return found;
    }

    long bytes() {
        return tables.bytes()
                + present.size() / 8
                + places.bytes()
                + supports.bytes()
                + supportedBy.bytes()
                + groupsOf.bytes();
    }

    /** For each thing the area of a level that it is or lies in, or -1. Kept once it was asked for. */
    int[] areasAt(AreaLevel level) {
        var known = areas.get(level.ordinal());
        if (known != null) {
            return known;
        }
        var found = new int[tables.things()];
        places.forEachFromAbove(thing -> {
            int parent = places.parent(thing);
            int above = parent < 0 ? -1 : found[parent];
            found[thing] = level.has(tables.classes[thing]) ? thing : above;
        });
        areas.set(level.ordinal(), found);
        return found;
    }

    /** All claims in the areas of a level. Kept once they were asked for. */
    Units unitsAt(AreaLevel level) {
        var known = units.get(level.ordinal());
        if (known != null) {
            return known;
        }
        var placed = new Units(this, level);
        units.set(level.ordinal(), placed);
        return placed;
    }

    /** Whether a claim is part of another. */
    boolean isPart(int claim) {
        return partsOfWholes().parts().get(claim);
    }

    /** For each claim the claims that it is a part of. */
    Pairs wholes() {
        return partsOfWholes().wholes();
    }

    /** Kept once they were asked for. */
    private PartsOfWholes partsOfWholes() {
        var known = partsOfWholes;
        if (known != null) {
            return known;
        }
        var wholes = Wholes.of(this);
        var parts = new BitSet();
        for (long pair : wholes.pairs()) {
            parts.set(Lists.row(pair));
        }
        var found = new PartsOfWholes(wholes, parts);
        partsOfWholes = found;
        return found;
    }

    private static BitSet groups(Tables tables) {
        var groups = new BitSet();
        tables.groups.keySet().forEach(groups::set);
        for (int thing = 0; thing < tables.things(); thing++) {
            if (tables.classes[thing] == ThingClass.PARTY_GROUP) {
                groups.set(thing);
            }
        }
        return groups;
    }

    /** Whatever has a class, is a side of a claim, is a member of a group that is present, or has something in it. */
    private static BitSet present(Tables tables) {
        var present = new BitSet(tables.things());
        for (int thing = 0; thing < tables.things(); thing++) {
            if (tables.classes[thing] != ThingClass.NONE) {
                present.set(thing);
            }
        }
        for (int claim = 0; claim < tables.claims(); claim++) {
            if (tables.isClaim[claim]) {
                tables.supporters.forEach(claim, present::set);
                tables.supported.forEach(claim, present::set);
            }
        }
        for (int before = -1; before != present.cardinality(); ) {
            before = present.cardinality();
            tables.members.forEach((group, member) -> present.set(member, present.get(member) || present.get(group)));
            for (int thing = present.nextSetBit(0); thing >= 0; thing = present.nextSetBit(thing + 1)) {
                if (tables.parents[thing] >= 0) {
                    present.set(tables.parents[thing]);
                }
            }
        }
        return present;
    }
}
