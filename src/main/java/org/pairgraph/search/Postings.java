package org.pairgraph.search;

/**
 * For each key the entries filed under it, in the order in which they came. The entries of neighbouring keys are
 * neighbours, so that a range of keys is one range of entries.
 */
final class Postings {
    private final int[] starts;
    private final int[] entries;

    private Postings(int[] starts, int[] entries) {
        this.starts = starts;
        this.entries = entries;
    }

    /** Where the entries of a key begin; the number of keys is allowed and gives the end. */
    int start(int key) {
        return starts[key];
    }

    int entry(int index) {
        return entries[index];
    }

    int count(int key) {
        return starts[key + 1] - starts[key];
    }

    /** Collects pairs of key and entry. */
    static final class Builder {
        private final Ints keys = new Ints();
        private final Ints entries = new Ints();

        void add(int key, int entry) {
            keys.add(key);
            entries.add(entry);
        }

        Postings build(int keyCount) {
            var starts = new int[keyCount + 1];
            for (int i = 0; i < keys.size(); i++) {
                starts[keys.at(i) + 1]++;
            }
            for (int key = 0; key < keyCount; key++) {
                starts[key + 1] += starts[key];
            }

            var next = starts.clone();
            var sorted = new int[entries.size()];
            for (int i = 0; i < entries.size(); i++) {
                sorted[next[keys.at(i)]++] = entries.at(i);
            }
            return new Postings(starts, sorted);
        }
    }
}
