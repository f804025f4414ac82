package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/** Places claims in areas of one level: the columns of {@link Units} on their way, claim by claim. */
final class Placing {
    final IntArrayList claims;
    final IntArrayList sources;
    final IntArrayList targets;
    final IntArrayList fromPlaces;
    final IntArrayList toPlaces;
    final IntArrayList counts;
    final IntArrayList names;
    final BitSet byProgramme = new BitSet();
    final BitSet unplaced = new BitSet();

    private final Structure structure;
    private final int[] areaOf;
    private final Links links;
    private final Side supporters = new Side();
    private final Side supported = new Side();

    Placing(Structure structure, AreaLevel level) {
        this.structure = structure;
        areaOf = structure.areasAt(level);
        links = new Links(structure.tables);
        int expected = structure.tables.claims() + structure.tables.claims() / 4;
        claims = new IntArrayList(expected);
        sources = new IntArrayList(expected);
        targets = new IntArrayList(expected);
        fromPlaces = new IntArrayList(expected);
        toPlaces = new IntArrayList(expected);
        counts = new IntArrayList(expected);
        names = new IntArrayList(expected);
        for (int claim = 0; claim < structure.tables.claims(); claim++) {
            if (structure.tables.isClaim[claim] && !add(claim)) {
                unplaced.set(claim);
            }
        }
    }

    /** Adds a unit for each pair of areas that a claim touches; whether there was one. */
    private boolean add(int claim) {
        var areas = structure.tables.programmeAreas.get(structure.tables.programmes[claim]);
        supporters.place(structure.tables.supporters, claim, areas.supporter());
        supported.place(structure.tables.supported, claim, areas.supported());
        int before = claims.size();
        for (int source = supporters.nextArea(-1); source >= 0; source = supporters.nextArea(source)) {
            supporters.restrict(source);
            for (int target = supported.nextArea(-1); target >= 0; target = supported.nextArea(target)) {
                supported.restrict(target);
                add(claim, source, target);
            }
        }
        return claims.size() > before;
    }

    private void add(int claim, int source, int target) {
        byProgramme.set(claims.size(), supporters.byProgramme || supported.byProgramme);
        claims.add(claim);
        sources.add(source);
        targets.add(target);
        fromPlaces.add(supporters.common);
        toPlaces.add(supported.common);
        int count = Math.max(1, Math.max(supporters.certainOf(supported), supported.certainOf(supporters)));
        counts.add(count);
        names.add(
                supporters.isNamed() && supported.isNamed()
                        ? count
                        : Math.max(supporters.namedWith(supported), supported.namedWith(supporters)));
    }

    /** One side of the claim at hand, and what of it lies in the area at hand. */
    private final class Side {
        private final IntArrayList parties = new IntArrayList();
        private final IntArrayList homes = new IntArrayList();
        private final IntArrayList areas = new IntArrayList();
        private int programmeArea;
        private int sum;
        private int named;
        private boolean isWhole;
        private boolean byProgramme;
        private int common;

        void place(Lists side, int claim, int areaOfProgramme) {
            programmeArea = areaOfProgramme;
            parties.clear();
            homes.clear();
            areas.clear();
            for (int position = side.start(claim); position < side.end(claim); position++) {
                int party = side.at(position);
                int home = home(party);
                parties.add(party);
                homes.add(home);
                areas.add(home < 0 ? -1 : areaOf[home]);
            }
        }

        /** The next greater area of the level that a party lies in, or -1. */
        int nextArea(int after) {
            int next = -1;
            for (int index = 0; index < areas.size(); index++) {
                int area = areas.getInt(index);
                if (area > after && (next < 0 || area < next)) {
                    next = area;
                }
            }
            return next;
        }

        void restrict(int area) {
            sum = 0;
            named = 0;
            isWhole = true;
            byProgramme = false;
            common = -1;
            for (int index = 0; index < parties.size(); index++) {
                if (areas.getInt(index) == area) {
                    include(index, area);
                } else {
                    isWhole = false;
                }
            }
        }

        private void include(int index, int area) {
            int party = parties.getInt(index);
            int home = homes.getInt(index);
            common = common < 0 ? home : structure.places.common(common, home);
            byProgramme |= isPlacedByProgramme(party);
            if (!isCountedByGroup(party, area)) {
                sum = Math.addExact(sum, isGroup(party) ? links.weight(party) : 1);
                named += isGroup(party) ? links.named(party) : 1;
            }
        }

        private boolean isCountedByGroup(int party, int area) {
            if (parties.size() == 1 || isGroup(party)) {
                return false;
            }
            for (int index = 0; index < parties.size(); index++) {
                if (areas.getInt(index) == area
                        && parties.getInt(index) != party
                        && structure.tables.members.contains(parties.getInt(index), party)) {
                    return true;
                }
            }
            return false;
        }

        boolean isNamed() {
            return named >= sum;
        }

        /** The links that this side implies: each of its parties has one into the other side, if that is all here. */
        int certainOf(Side other) {
            return other.isWhole ? sum : 0;
        }

        int namedWith(Side other) {
            return other.isWhole && other.isNamed() ? Math.min(named, sum) : 0;
        }

        private int home(int party) {
            if (!isGroup(party)) {
                return party;
            }
            return structure.places.parent(party) >= 0 ? structure.places.parent(party) : programmeArea;
        }

        private boolean isPlacedByProgramme(int party) {
            return isGroup(party) && structure.places.parent(party) < 0;
        }

        private boolean isGroup(int party) {
            return structure.groups.get(party);
        }
    }
}
