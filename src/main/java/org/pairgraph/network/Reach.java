package org.pairgraph.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom a walk met, by how far away they are, and nothing else of it. It never changes.
 *
 * @see PairingNetwork#reach
 */
public final class Reach {
    final int[] things;
    final int[] depths;
    private final Structure structure;
    private final int revision;
    private final boolean truncated;

    Reach(Structure structure, int revision, int[] things, int[] depths, boolean truncated) {
        this.structure = structure;
        this.revision = revision;
        this.things = things;
        this.depths = depths;
        this.truncated = truncated;
    }

    public int revision() {
        return revision;
    }

    /** How many were met, the starts among them. */
    public int size() {
        return things.length;
    }

    /**
     * The IRIs of those who are no step away, one step, two steps, as far as any were met; each list in the order of the
     * IRIs.
     */
    public List<List<String>> levels() {
        var levels = new ArrayList<List<String>>();
        for (int index = 0; index < things.length; index++) {
            if (depths[index] == levels.size()) {
                levels.add(new ArrayList<>());
            }
            levels.getLast().add(structure.tables.thingNames.term(things[index]));
        }
        return levels;
    }

    /** Whether some were left out because of the limit. */
    public boolean truncated() {
        return truncated;
    }
}
