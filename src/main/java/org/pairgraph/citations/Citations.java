package org.pairgraph.citations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.pairgraph.store.StoreException;

/**
 * The citations of one store, each in a file of its own below {@code citations/} in the store's folder. A citation is
 * written whole or not at all, never changed, and never removed to make room. Safe for many threads.
 */
public final class Citations {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int CITATIONS_AT_MOST = 20_000;
    private static final int SAMPLE_LINES = 50;
    private static final int SAMPLE_CHARACTERS = 8_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path folder;
    private final int most;

    /** @param store the folder of a store */
    public Citations(Path store) {
        this(store, CITATIONS_AT_MOST);
    }

    Citations(Path store, int most) {
        this.folder = store.resolve("citations");
        this.most = most;
    }

    /** A citation that was asked for. */
    public record Kept(Citation citation, boolean isNew) {}

    /** Of what a query was asked. */
    public record Asked(String query, UUID store, int revision, Instant revisedAt, Optional<String> title) {}

    /**
     * Keeps a citation; one that is there already stays as it is.
     *
     * @throws NoRoom if there are too many
     * @throws StoreException if the disk is full or cannot be written
     */
    public synchronized Kept keep(Asked asked, CanonicalResult result, Instant now, String toolVersion) {
        var citation = new Citation(
                asked.query(),
                asked.store(),
                asked.revision(),
                result.kind(),
                result.digest(),
                result.rows(),
                result.ordered(),
                now,
                asked.revisedAt(),
                asked.title(),
                toolVersion,
                sample(result));
        var known = find(citation.id());
        if (known.isPresent()) {
            return new Kept(known.get(), false);
        }
        write(citation);
        return new Kept(citation, true);
    }

    /**
     * The citation of a name.
     *
     * @throws Damaged if its file is not what was written
     */
    public Optional<Citation> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            var citation = JSON.readValue(Files.readAllBytes(file(id)), Citation.class);
            if (!citation.id().equals(id)) {
                throw new Damaged(id);
            }
            return Optional.of(citation);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException | NullPointerException e) {
            throw new Damaged(id);
        } catch (IOException e) {
            throw new StoreException("Cannot read %s (%s)".formatted(file(id), e.getMessage()), e);
        }
    }

    /** A later answer beside the cited one. */
    public static Comparison compare(Citation citation, CanonicalResult later) {
        return Comparison.of(citation, later);
    }

    private void write(Citation citation) {
        var file = file(citation.id());
        try {
            Files.createDirectories(file.getParent());
            if (count() >= most) {
                throw new NoRoom(most);
            }
            var draft = file.resolveSibling(citation.id() + ".new");
            try (var channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(citation));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write the citations in %s (%s): check its permissions and the room on its disk"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private long count() throws IOException {
        try (var files = Files.find(folder, 2, (path, found) -> found.isRegularFile())) {
            return files.count();
        }
    }

    private Path file(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id + ".json");
    }

    private static List<String> sample(CanonicalResult result) {
        var sample = new ArrayList<String>();
        int characters = 0;
        for (var line : result.lines()) {
            characters += line.length();
            if (sample.size() == SAMPLE_LINES || characters > SAMPLE_CHARACTERS) {
                break;
            }
            sample.add(line);
        }
        return sample;
    }

    /** There are as many citations as the store keeps. */
    public static final class NoRoom extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoRoom(int most) {
            super(
                    "The store keeps at most %d citations, and has as many: ask its operator".formatted(most),
                    null,
                    false,
                    false);
        }
    }

    /** The file of a citation is not what was written. */
    public static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String id) {
            super(
                    "The file of the citation %s is damaged: ask the operator to restore it from a backup"
                            .formatted(id),
                    null,
                    false,
                    false);
        }
    }
}
