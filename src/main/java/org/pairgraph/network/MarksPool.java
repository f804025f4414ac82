package org.pairgraph.network;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;

/** Marks to be used again; when all are lent new ones are made. */
final class MarksPool {
    private static final int KEPT = 4;

    private final int things;
    private final ArrayBlockingQueue<Marks> idle = new ArrayBlockingQueue<>(KEPT);

    MarksPool(int things) {
        this.things = things;
    }

    /** Lends marks without any set. */
    <T> T lend(Function<Marks, T> work) {
        var lent = idle.poll();
        var marks = lent == null ? new Marks(things) : lent;
        try {
            return work.apply(marks);
        } finally {
            marks.clear();
            idle.offer(marks);
        }
    }
}
