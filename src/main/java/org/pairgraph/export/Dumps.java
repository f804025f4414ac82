package org.pairgraph.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pairgraph.store.MissingContent;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.store.StoreException;

/**
 * The dumps of one store, below {@code dumps/} in its folder. One is made when it is first asked for, whole or not at
 * all, one at a time; those that were asked for longest ago go when they take too much room. Safe for many threads.
 */
public final class Dumps {
    private static final long BYTES_AT_MOST = 2L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String DIGEST_ENDING = ".sha256";

    private final PairStore store;
    private final Path folder;
    private final long bytesAtMost;
    private final ReentrantLock making = new ReentrantLock();

    public Dumps(PairStore store) {
        this(store, BYTES_AT_MOST);
    }

    Dumps(PairStore store, long bytesAtMost) {
        this.store = store;
        this.folder = store.path().resolve("dumps");
        this.bytesAtMost = bytesAtMost;
    }

    /**
     * The dump of a revision.
     *
     * @throws org.pairgraph.store.UnknownRevision if there is no such revision
     * @throws RevisionNotAtHand if it cannot be made now
     * @throws org.pairgraph.store.MissingContent if data of the revision was removed for good
     * @throws DumpWriter.TooLarge if it cannot be made in this format
     */
    public Dump dump(int revision, DumpFormat format) {
        store.readAt(revision, (dataset, history) -> {
            MissingContent.requireNone(dataset, history);
            return history.head();
        });
        var made = find(revision, format);
        return made.isPresent() ? made.get() : makeInTurn(revision, format);
    }

    /** A dump that was made already. */
    public Optional<Dump> find(int revision, DumpFormat format) {
        var file = folder.resolve(Dump.name(revision, format));
        var digest = digestFile(file);
        try {
            if (!Files.exists(file) || !Files.exists(digest)) {
                return Optional.empty();
            }
            var sha256 = Files.readString(digest, StandardCharsets.US_ASCII).split(" ", 2)[0];
            if (!DIGEST.matcher(sha256).matches()) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(new Dump(revision, format, file, Files.size(file), sha256));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Dump makeInTurn(int revision, DumpFormat format) {
        try {
            if (!making.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new RevisionNotAtHand("Another dump is being made: try again in a moment", SOON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RevisionNotAtHand("The server is being stopped", SOON);
        }
        try {
            return find(revision, format).orElseGet(() -> make(revision, format));
        } finally {
            making.unlock();
        }
    }

    private Dump make(int revision, DumpFormat format) {
        var file = folder.resolve(Dump.name(revision, format));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            tidy();
            var sha256 = write(revision, format, draft);
            Files.writeString(digestFile(file), sha256 + "  " + file.getFileName() + "\n", StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            makeRoom(file);
            return new Dump(revision, format, file, Files.size(file), sha256);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write the dumps in %s (%s): check its permissions and the room on its disk"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private String write(int revision, DumpFormat format, Path draft) throws IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(draft), digest)) {
            new DumpWriter(folder).write(store, revision, format, true, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Removes what was cut off when the process ended. */
    private void tidy() throws IOException {
        for (var file : files(name -> name.endsWith(".new") || name.endsWith(".lines"))) {
            Files.deleteIfExists(file);
        }
    }

    private void makeRoom(Path newest) throws IOException {
        long bytes = 0;
        var dumps = files(name -> name.endsWith(".gz")).stream()
                .sorted(Comparator.comparing(Dumps::usedAt).reversed())
                .toList();
        for (var dump : dumps) {
            bytes += Files.size(dump);
            if (bytes > bytesAtMost && !dump.equals(newest)) {
                Files.deleteIfExists(digestFile(dump));
                Files.deleteIfExists(dump);
            }
        }
    }

    private List<Path> files(Predicate<String> wanted) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> wanted.test(String.valueOf(file.getFileName())))
                    .toList();
        }
    }

    private static FileTime usedAt(Path dump) {
        try {
            return Files.getLastModifiedTime(dump);
        } catch (IOException e) {
            return FileTime.from(Instant.EPOCH);
        }
    }

    private static Path digestFile(Path dump) {
        return dump.resolveSibling(dump.getFileName() + DIGEST_ENDING);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
