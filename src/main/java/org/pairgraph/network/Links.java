package org.pairgraph.network;

/**
 * How many links a claim implies at least: each party has at least one, so that it is the greater of the two sides. A
 * named party counts 1, a group its count, and a group's named member beside its group on the same side nothing.
 */
final class Links {
    private final Tables tables;

    Links(Tables tables) {
        this.tables = tables;
    }

    int of(int claim) {
        return Math.max(side(tables.supporters, claim), side(tables.supported, claim));
    }

    /** Whether a counted group is a side of the claim. */
    boolean isCounted(int claim) {
        return hasGroup(tables.supporters, claim) || hasGroup(tables.supported, claim);
    }

    /** How much a party counts. */
    int weight(int party) {
        var group = tables.groups.get(party);
        return group == null ? 1 : Math.max(group.count(), 1);
    }

    /** How many of those that a party counts for have a name. */
    int named(int party) {
        return tables.isGroup.get(party) ? tables.members.count(party) : 1;
    }

    private int side(Lists side, int claim) {
        int sum = 0;
        for (int position = side.start(claim); position < side.end(claim); position++) {
            int party = side.at(position);
            if (!isCountedByGroup(side, claim, party)) {
                sum = Math.addExact(sum, weight(party));
            }
        }
        return sum;
    }

    private boolean isCountedByGroup(Lists side, int claim, int party) {
        if (side.count(claim) == 1 || tables.isGroup.get(party)) {
            return false;
        }
        for (int position = side.start(claim); position < side.end(claim); position++) {
            if (side.at(position) != party && tables.members.contains(side.at(position), party)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasGroup(Lists side, int claim) {
        for (int position = side.start(claim); position < side.end(claim); position++) {
            if (tables.isGroup.get(side.at(position))) {
                return true;
            }
        }
        return false;
    }
}
