package org.pairgraph.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What another endpoint answers, as it comes: reading ends when the query was stopped, and is counted as held by it. Read
 * by one thread, written by that of the HTTP client, a part at a time.
 */
final class ServiceBody extends InputStream implements Subscriber<List<ByteBuffer>> {
    /** How often a reader that waits looks whether the query still runs. */
    static final long LOOK_MILLIS = 50;

    /** A row in memory is so many times as large as it was on its way. */
    private static final long HELD_FOR_A_BYTE = 4;

    private final RunningQuery query;
    private final HeldMemory memory;
    private final BlockingQueue<Part> coming = new LinkedBlockingQueue<>();
    private final ArrayDeque<ByteBuffer> read = new ArrayDeque<>();
    private volatile @Nullable Subscription subscription;
    private @Nullable Part end;

    /** Some bytes; or none, and then it is the end, in good or in failure. */
    private record Part(List<ByteBuffer> bytes, Optional<Throwable> failure) {}

    ServiceBody(RunningQuery query, HeldMemory memory) {
        this.query = query;
        this.memory = memory;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        coming.add(new Part(bytes, Optional.empty()));
    }

    @Override
    public void onError(Throwable failure) {
        coming.add(new Part(List.of(), Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        coming.add(new Part(List.of(), Optional.empty()));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (read.isEmpty() || !read.peek().hasRemaining()) {
            read.poll();
            if (read.isEmpty() && !fetch()) {
                return -1;
            }
        }
        int count = Math.min(length, read.peek().remaining());
        read.peek().get(into, offset, count);
        memory.take(HELD_FOR_A_BYTE * count);
        return count;
    }

    /** Whoever reads on afterwards is at the end: nothing more comes, and ARQ looks for what was left over. */
    @Override
    public void close() {
        read.clear();
        end = new Part(List.of(), Optional.empty());
        var given = subscription;
        if (given != null) {
            given.cancel();
        }
    }

    /** Whether there is more, when it has come. */
    private boolean fetch() throws IOException {
        var part = end == null ? next() : end;
        if (part.failure().isPresent()) {
            throw new IOException(part.failure().get());
        }
        if (part.bytes().isEmpty()) {
            end = part;
            return false;
        }
        read.addAll(part.bytes());
        return true;
    }

    private Part next() throws IOException {
        try {
            while (true) {
                query.check();
                var part = coming.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (part != null) {
                    var given = subscription;
                    if (given != null && !part.bytes().isEmpty()) {
                        given.request(1);
                    }
                    return part;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server stops", e);
        }
    }
}
