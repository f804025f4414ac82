package org.pairgraph.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of the operator: the regular files of one folder as they were when it was opened, known by their digests.
 * Subfolders are not entered. Safe for use by many threads; a text is read when it is first wanted and kept while there
 * is memory.
 */
final class DocumentFolder {
    /** How many bytes a file may have to be taken for a text. */
    static final long LARGEST = 64L << 20;

    private final Map<String, Path> byDigest = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, SoftReference<Text>> texts = new ConcurrentHashMap<>();

    private DocumentFolder() {}

    /** @throws UncheckedIOException if there is no such folder or it cannot be listed; the message is one line */
    static DocumentFolder open(Path path) {
        if (!Files.isDirectory(path)) {
            throw new UncheckedIOException(
                    "There is no folder %s: name the one with the texts by --documents".formatted(path),
                    new IOException(path.toString()));
        }
        var folder = new DocumentFolder();
        try (var entries = Files.list(path)) {
            var root = path.toRealPath();
            entries.sorted().forEach(entry -> folder.take(entry, root));
        } catch (IOException | UncheckedIOException e) {
            throw new UncheckedIOException(
                    "Cannot list the folder %s: make it readable, or name another by --documents".formatted(path),
                    new IOException(e));
        }
        return folder;
    }

    /** A line for each entry that was left out, in the order of names. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Whether an entry has this name. */
    boolean hasName(String name) {
        return names.contains(name);
    }

    /** The name of the file with a digest; the first where several are alike. */
    Optional<String> fileName(String digest) {
        return Optional.ofNullable(byDigest.get(digest)).map(DocumentFolder::name);
    }

    /**
     * The text with a digest; none if no file has it, or has it any more.
     *
     * @throws NotUtf8Exception if the file is not UTF-8
     */
    Optional<Text> text(String digest) throws NotUtf8Exception {
        var known = texts.get(digest);
        var text = known == null ? null : known.get();
        if (text != null) {
            return Optional.of(text);
        }
        var read = read(digest);
        read.ifPresent(fresh -> texts.put(digest, new SoftReference<>(fresh)));
        return read;
    }

    private Optional<Text> read(String digest) throws NotUtf8Exception {
        var file = byDigest.get(digest);
        if (file == null) {
            return Optional.empty();
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes((int) LARGEST);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Sha256.of(bytes).equals(digest) ? Optional.of(Text.decode(bytes)) : Optional.empty();
    }

    private void take(Path entry, Path root) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            var file = entry.toRealPath();
            var reason = reasonToLeaveOut(file, root);
            if (reason.isPresent()) {
                remarks.add("%s is left out: %s".formatted(name(entry), reason.get()));
                return;
            }
            names.add(name(entry));
            byDigest.putIfAbsent(digest(file), file);
        } catch (IOException e) {
            remarks.add("%s is left out: it cannot be read".formatted(name(entry)));
        }
    }

    private static Optional<String> reasonToLeaveOut(Path file, Path root) throws IOException {
        if (!file.startsWith(root)) {
            return Optional.of("it is a link that leads out of the folder");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("it is not a regular file");
        }
        if (Files.size(file) > LARGEST) {
            return Optional.of("it has more than %d MiB".formatted(LARGEST >> 20));
        }
        return Optional.empty();
    }

    private static String digest(Path file) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.hex(digest.digest());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
