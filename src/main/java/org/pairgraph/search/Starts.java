package org.pairgraph.search;

/** Which name a position of a text that many names make up belongs to. */
final class Starts {
    private static final int SHIFT = 4;

    private final int[] starts;
    private final int[] names;
    private final int[] firstOfBlock;

    private Starts(int[] starts, int[] names, int length) {
        this.starts = starts;
        this.names = names;
        this.firstOfBlock = new int[(length >> SHIFT) + 1];
        int name = 0;
        for (int block = 0; block < firstOfBlock.length; block++) {
            while (name + 1 < starts.length && starts[name + 1] <= block << SHIFT) {
                name++;
            }
            firstOfBlock[block] = name;
        }
    }

    /** Which of the names of the text a position is in, counted from 0. */
    int ordinal(int position) {
        int ordinal = firstOfBlock[position >> SHIFT];
        while (ordinal + 1 < starts.length && starts[ordinal + 1] <= position) {
            ordinal++;
        }
        return ordinal;
    }

    int start(int ordinal) {
        return starts[ordinal];
    }

    int name(int ordinal) {
        return names[ordinal];
    }

    static final class Builder {
        private final Ints starts = new Ints();
        private final Ints names = new Ints();

        void add(int start, int name) {
            starts.add(start);
            names.add(name);
        }

        /** @param length of the whole text */
        Starts build(int length) {
            return new Starts(starts.toArray(), names.toArray(), length);
        }
    }
}
