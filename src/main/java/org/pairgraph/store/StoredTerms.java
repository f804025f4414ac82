package org.pairgraph.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransportException;

/**
 * The terms of one TDB2 database, read out of its file of terms, which is mapped into memory. TDB2 itself reads them one
 * at a time under one lock, a few bytes in each system call; here readers do not wait for each other. What was committed
 * never changes in that file, so that a number which a transaction met is always found there.
 */
final class StoredTerms {
    private static final Symbol KEY = Symbol.create("https://w3id.org/pairgraph/stored-terms");
    private static final String FILE = "nodes-data.obj";
    private static final int OFTEN_READ = 20_000;
    private static final int USUAL_LENGTH = 256;

    private final Path path;
    private final Cache<NodeId, Node> often =
            Caffeine.newBuilder().maximumSize(OFTEN_READ).build();
    private volatile Mapped mapped;

    private StoredTerms(Path path) {
        this.path = path;
        mapped = Mapped.of(path);
    }

    /** Those of a database, mapped once for as long as it is open. */
    static StoredTerms of(DatasetGraphTDB database) {
        var context = database.getContext();
        synchronized (context) {
            StoredTerms known = context.get(KEY);
            if (known != null) {
                return known;
            }
            var opened = new StoredTerms(Path.of(database.getLocation().getPath(FILE)));
            context.set(KEY, opened);
            return opened;
        }
    }

    /** For one thread. */
    Reader reader() {
        return new Reader();
    }

    /** Reads terms one after the other. */
    final class Reader {
        private final TMemoryInputTransport transport;
        private final TCompactProtocol protocol;
        private byte[] bytes = new byte[USUAL_LENGTH];

        private Reader() {
            try {
                transport = new TMemoryInputTransport(new TConfiguration());
            } catch (TTransportException e) {
                throw new IllegalStateException(e);
            }
            protocol = new TCompactProtocol(transport);
        }

        /** A term that is likely to be asked for again. */
        Node oftenRead(NodeId number) {
            return number.isInline() ? NodeId.extract(number) : often.get(number, this::read);
        }

        Node read(NodeId number) {
            if (number.isInline()) {
                return NodeId.extract(number);
            }
            long place = number.getPtrLocation();
            for (int room = USUAL_LENGTH; ; room *= 4) {
                int length = copy(place, room);
                try {
                    return decoded(length);
                } catch (TException e) {
                    if (length < room) {
                        throw new IllegalStateException("There is no whole term at %d of %s".formatted(place, path), e);
                    }
                }
            }
        }

        /** Copies what stands from a place on, as much as there is room for; how much that is. */
        private int copy(long place, int room) {
            if (bytes.length < room) {
                bytes = new byte[room];
            }
            int length = mapped.copy(place, bytes, room);
            if (length < room) {
                mapped = mapped.grown();
                length = mapped.copy(place, bytes, room);
            }
            return length;
        }

        private Node decoded(int length) throws TException {
            transport.reset(bytes, 0, length);
            var term = new RDF_Term();
            term.read(protocol);
            return ThriftConvert.convert(term);
        }
    }

    /** The file as long as it was when it was mapped. */
    private record Mapped(Path path, List<MappedByteBuffer> parts, long size) {
        private static final int PART = 1 << 30;

        static Mapped of(Path path) {
            try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
                long size = file.size();
                var parts = new ArrayList<MappedByteBuffer>();
                for (long start = 0; start < size; start += PART) {
                    parts.add(file.map(MapMode.READ_ONLY, start, Math.min(PART, size - start)));
                }
                return new Mapped(path, List.copyOf(parts), size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Mapped grown() {
            try {
                return Files.size(path) > size ? of(path) : this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int copy(long place, byte[] to, int room) {
            int copied = 0;
            int wanted = Math.clamp(size - place, 0, room);
            while (copied < wanted) {
                var part = parts.get((int) ((place + copied) / PART));
                int offset = (int) ((place + copied) % PART);
                int length = Math.min(wanted - copied, part.capacity() - offset);
                part.get(offset, to, copied, length);
                copied += length;
            }
            return copied;
        }
    }
}
