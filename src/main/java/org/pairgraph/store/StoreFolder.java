package org.pairgraph.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a store and the lock on it. It holds {@code store.json} (layout number and store id, written before
 * anything else and never half), {@code lock}, the TDB2 files in {@code tdb2}, and {@code filled} once there is a revision.
 */
final class StoreFolder implements AutoCloseable {
    /** The layout that this program writes. A larger number in the folder is of a newer program. */
    static final int LAYOUT = 1;

    private static final long SPARE_BYTES = 32L << 20;

    private final Path folder;
    private final UUID id;
    private final FileChannel lock;

    private StoreFolder(Path folder, UUID id, FileChannel lock) {
        this.folder = folder;
        this.id = id;
        this.lock = lock;
    }

    /** Opens the folder, or makes it, and locks it against other processes. */
    static StoreFolder open(Path folder) {
        makeFolder(folder);
        var lock = lock(folder);
        try {
            var description = folder.resolve("store.json");
            var id = Files.exists(description) ? idIn(description) : newId(folder, description);
            return new StoreFolder(folder, id, lock);
        } catch (IOException e) {
            closeQuietly(lock);
            throw cannotWrite(folder, e);
        } catch (StoreException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    UUID id() {
        return id;
    }

    Path tdb2() {
        return folder.resolve("tdb2");
    }

    Path path() {
        return folder;
    }

    /** Whether a revision was ever made here; if not, what is in {@link #tdb2()} may be half-made. */
    boolean isFilled() {
        return Files.exists(folder.resolve("filled"));
    }

    /** Notes, after the first revision, that what is in {@link #tdb2()} counts from now on. */
    void markFilled() {
        if (isFilled()) {
            return;
        }
        try {
            Files.createFile(folder.resolve("filled"));
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /** Removes the TDB2 files of a first load that was cut off: what it left may be half-made, and nobody has seen it. */
    void clear() {
        if (!Files.exists(tdb2())) {
            return;
        }
        try (var files = Files.walk(tdb2())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /** Refuses a change for which the disk has no room; the estimate is generous. */
    void requireRoomFor(long triples) {
        long needed = SPARE_BYTES + 512 * triples;
        try {
            long usable = Files.getFileStore(folder).getUsableSpace();
            if (usable < needed) {
                throw new StoreException(
                        "The disk of %s has %d MiB free and the change needs about %d: make room and try again. The store is as it was"
                                .formatted(folder, usable >> 20, needed >> 20));
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    @Override
    public void close() {
        closeQuietly(lock);
    }

    static StoreException cannotWrite(Path folder, Throwable cause) {
        return new StoreException(
                "Cannot write the store in %s (%s): check its permissions and the room on its disk, or choose another folder with --store"
                        .formatted(folder, reason(cause)),
                cause);
    }

    static StoreException brokeOff(Path folder, Throwable cause) {
        return new StoreException(
                "Cannot write the store in %s (%s): make room on its disk and try again. The store is as it was"
                        .formatted(folder, reason(cause)),
                cause);
    }

    static StoreException cannotReopen(Path folder, Throwable cause) {
        return new StoreException(
                "An earlier change of the store in %s broke off, and it cannot be opened again (%s): make room on its disk and start pairgraph again, until then it can only be read"
                        .formatted(folder, reason(cause)),
                cause);
    }

    /** The mapped page of a file for which the disk has no room shows as an internal error of the machine. */
    private static String reason(Throwable cause) {
        if (cause instanceof InternalError) {
            return "the disk is full or failing";
        }
        return cause instanceof AccessDeniedException
                ? "access denied"
                : cause instanceof FileSystemException e && e.getReason() != null
                        ? e.getReason()
                        : String.valueOf(cause.getMessage());
    }

    private static void makeFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StoreException("%s is a file: choose a folder with --store".formatted(folder));
        }
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("store.json")) && isStranger(folder)) {
                throw new StoreException(
                        "%s is not empty and not a store of pairgraph: choose an empty folder or a new one with --store"
                                .formatted(folder));
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    private static boolean isStranger(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> !file.getFileName().toString().equals("lock")
                    && !file.getFileName().toString().equals("store.json.new"));
        }
    }

    private static FileChannel lock(Path folder) {
        var file = folder.resolve("lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: refused below, as for any other.
        } catch (IOException e) {
            closeQuietly(channel);
            throw cannotWrite(folder, e);
        }
        closeQuietly(channel);
        throw new StoreException(
                "The store in %s is in use by another process: stop it, or choose another folder with --store"
                        .formatted(folder));
    }

    private static UUID idIn(Path description) throws IOException {
        try {
            var content = new ObjectMapper().readTree(Files.readString(description));
            int layout = content.path("layout").asInt();
            if (layout > LAYOUT) {
                throw new StoreException(
                        "The store in %s was written by a newer pairgraph (layout %d, this program knows %d): use that version, or choose another folder with --store"
                                .formatted(description.getParent(), layout, LAYOUT));
            }
            return UUID.fromString(content.path("id").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new StoreException(
                    "%s cannot be understood: restore the store from a backup, or choose another folder with --store"
                            .formatted(description),
                    e);
        }
    }

    private static UUID newId(Path folder, Path description) throws IOException {
        var id = UUID.randomUUID();
        var draft = folder.resolve("store.json.new");
        Files.writeString(
                draft, new ObjectMapper().writeValueAsString(Map.of("layout", LAYOUT, "id", id.toString())) + "\n");
        Files.move(draft, description, StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("Cannot release the lock of the store: " + e.getMessage(), e);
        }
    }
}
