package org.pairgraph.network;

/**
 * Reads what an answer is about to be written from. The columns of a thing or a claim lie far from each other, and a
 * writer that takes them one by one waits for the memory each time; what is read here does not wait for one another, so
 * that the processor fetches many at once (group prefetching: S. Chen, A. Ailamaki, P. B. Gibbons, T. C. Mowry, Improving
 * Hash Join Performance through Prefetching, ICDE 2004). A walk is written in two thirds of the time. Nothing follows from
 * what is read. One for each answer.
 */
final class ReadAhead {
    /** So many at a time that the nearest memory still has them when they are written. */
    private static final int GROUP = 256;

    /** What was read goes here: a compiler leaves out what nobody takes. Whoever comes last wins, and nobody asks. */
    private static int sink;

    private final Structure structure;
    private final Tables tables;

    ReadAhead(Structure structure) {
        this.structure = structure;
        tables = structure.tables;
    }

    /** What nodes and their degrees are written from, when the turn is that of the first of a group. */
    void things(int[] things, int turn) {
        if (turn % GROUP > 0) {
            return;
        }
        int end = Math.min(turn + GROUP, things.length);
        int read = 0;
        for (int index = turn; index < end; index++) {
            int thing = things[index];
            read += tables.classes[thing] + tables.zh[thing] + tables.en[thing] + tables.thingNames.readAhead(thing);
            read += structure.places.parent(thing) + structure.supports.start(thing);
            read += structure.supportedBy.start(thing);
        }
        for (int index = turn; index < end; index++) {
            int thing = things[index];
            int parent = structure.places.parent(thing);
            read += tables.texts.readAhead(tables.zh[thing]) + tables.texts.readAhead(tables.en[thing]);
            read += parent < 0 ? 0 : tables.thingNames.readAhead(parent);
            read += structure.supports.readAhead(thing) + structure.supportedBy.readAhead(thing);
        }
        sink = read;
    }

    /** What ids are written from. */
    void ids(int[] things, int turn) {
        if (turn % GROUP > 0) {
            return;
        }
        int end = Math.min(turn + GROUP, things.length);
        int read = 0;
        for (int index = turn; index < end; index++) {
            read += tables.thingNames.readAhead(things[index]);
        }
        sink = read;
    }

    /** What edges are written from. */
    void edges(Edges edges, int turn) {
        if (turn % GROUP > 0) {
            return;
        }
        int end = Math.min(turn + GROUP, edges.size());
        int read = 0;
        for (int index = turn; index < end; index++) {
            int claim = edges.claim(index);
            if (claim >= 0) {
                read += tables.kinds[claim] + tables.programmes[claim] + tables.statuses[claim] + tables.bases[claim];
                read += tables.starts[claim] + tables.asOfs[claim] + tables.ends[claim] + tables.precisions[claim];
                read += tables.claimNames.readAhead(claim);
                read += tables.supporters.readAhead(claim) + tables.supported.readAhead(claim);
            }
        }
        sink = read;
    }
}
