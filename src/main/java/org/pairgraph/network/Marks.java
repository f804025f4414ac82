package org.pairgraph.network;

import java.util.Arrays;

/** A small positive number on some things, quick to set, to ask for and to take away. Not for use by many threads. */
final class Marks {
    private final int[] marks;
    private int[] marked = new int[1024];
    private int size;

    Marks(int things) {
        marks = new int[things];
    }

    int things() {
        return marks.length;
    }

    /** The mark of a thing, or 0. */
    int of(int thing) {
        return marks[thing];
    }

    /** Marks a thing that has no mark. */
    void set(int thing, int mark) {
        if (size == marked.length) {
            marked = Arrays.copyOf(marked, 2 * size);
        }
        marked[size++] = thing;
        marks[thing] = mark;
    }

    /** Takes the mark from a thing. */
    void remove(int thing) {
        marks[thing] = 0;
    }

    int size() {
        return size;
    }

    void clear() {
        for (int index = 0; index < size; index++) {
            marks[marked[index]] = 0;
        }
        size = 0;
    }
}
