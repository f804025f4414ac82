package org.pairgraph.store;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.jspecify.annotations.Nullable;
import org.pairgraph.store.Statements.Pattern;

/**
 * Tells the readers of patterns in a thread of its own, while the caller goes on in the index and fetches terms. The same
 * IRI is the same object each time.
 */
final class Telling implements AutoCloseable {
    private static final int BATCH = 8_192;
    private static final int WAITING = 16;
    private static final Batch END = new Batch(null);

    private final StoredTerms.Reader terms;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(WAITING);
    private final Long2ObjectOpenHashMap<Node> iris = new Long2ObjectOpenHashMap<>();
    private final Thread teller;
    private volatile @Nullable Throwable failure;
    private Batch batch = new Batch(null);

    Telling(StoredTerms.Reader terms) {
        this.terms = terms;
        teller = Thread.ofPlatform().name("telling").start(this::tellAll);
    }

    /** Some triples of one pattern. */
    private static final class Batch {
        final @Nullable Pattern pattern;
        final Node[] subjects = new Node[BATCH];
        final Node[] objects = new Node[BATCH];
        int size;

        Batch(@Nullable Pattern pattern) {
            this.pattern = pattern;
        }
    }

    /** @throws IllegalStateException if a reader has failed */
    void add(Pattern pattern, NodeId subject, NodeId object) {
        if (batch.pattern != pattern || batch.size == BATCH) {
            if (failure != null) {
                throw new IllegalStateException("A reader of triples has failed", failure);
            }
            pass(batch);
            batch = new Batch(pattern);
        }
        batch.subjects[batch.size] = term(subject);
        batch.objects[batch.size++] = term(object);
    }

    /**
     * Waits until all is told.
     *
     * @throws IllegalStateException if a reader has failed
     */
    @Override
    public void close() {
        pass(batch);
        pass(END);
        try {
            teller.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (failure != null) {
            throw new IllegalStateException("A reader of triples has failed", failure);
        }
    }

    private void pass(Batch full) {
        try {
            batches.put(full);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** After a failure the rest is taken all the same, so that the caller is not left waiting. */
    private void tellAll() {
        for (var next = taken(); next != END; next = taken()) {
            if (failure == null) {
                try {
                    tell(next);
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
            }
        }
    }

    private Batch taken() {
        try {
            return batches.take();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void tell(Batch told) {
        for (int index = 0; index < told.size; index++) {
            told.pattern.reader().accept(told.subjects[index], told.objects[index]);
        }
    }

    private Node term(NodeId number) {
        if (number.isInline()) {
            return terms.read(number);
        }
        long place = number.getPtrLocation();
        var known = iris.get(place);
        if (known != null) {
            return known;
        }
        var read = terms.read(number);
        if (read.isURI()) {
            iris.put(place, read);
        }
        return read;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while triples were read", e);
    }
}
