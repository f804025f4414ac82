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

    /** How much one party of a side counts. */
    int weight(Lists side, int claim, int party) {
        var group = tables.groups.get(party);
        if (group != null) {
            return Math.max(group.count(), 1);
        }
        return isCountedByGroup(side, claim, party) ? 0 : 1;
    }

    /** How many of those that one party of a side counts for have a name. */
    int named(Lists side, int claim, int party) {
        return tables.groups.containsKey(party) ? tables.members.count(party) : weight(side, claim, party);
    }

    private int side(Lists side, int claim) {
        int sum = 0;
        for (int position = side.start(claim); position < side.end(claim); position++) {
            sum = Math.addExact(sum, weight(side, claim, side.at(position)));
        }
        return sum;
    }

    private boolean isCountedByGroup(Lists side, int claim, int party) {
        if (side.count(claim) == 1) {
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
            if (tables.groups.containsKey(side.at(position))) {
                return true;
            }
        }
        return false;
    }
}
