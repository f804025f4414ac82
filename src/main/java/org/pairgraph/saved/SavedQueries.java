package org.pairgraph.saved;

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
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pairgraph.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The saved queries of one store, each in a file of its own below {@code saved-queries/} in the store's folder, read once.
 * One is written whole or not at all. Safe for many threads.
 */
public final class SavedQueries {
    private static final Logger LOG = LoggerFactory.getLogger(SavedQueries.class);
    private static final int QUERIES_AT_MOST = 1_000;
    private static final String ENDING = ".json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path folder;
    private final SortedMap<String, SavedQuery> queries = new TreeMap<>();

    /** @param store the folder of a store; a file that cannot be understood is logged and left where it is */
    public SavedQueries(Path store) {
        this.folder = store.resolve("saved-queries");
        read();
    }

    /** All of them, by name. */
    public synchronized List<SavedQuery> queries() {
        return List.copyOf(queries.values());
    }

    /** The one of a name. */
    public synchronized Optional<SavedQuery> find(String name) {
        return Optional.ofNullable(queries.get(name));
    }

    /**
     * Keeps a query, unless there is one of its name. Whether it is kept.
     *
     * @throws NoRoom if there are too many
     * @throws StoreException if it cannot be written
     */
    public synchronized boolean add(SavedQuery query) {
        if (queries.containsKey(query.name())) {
            return false;
        }
        save(query);
        return true;
    }

    /**
     * Keeps a query; one of the same name is replaced.
     *
     * @throws NoRoom if there are too many
     * @throws StoreException if it cannot be written
     */
    public synchronized void save(SavedQuery query) {
        if (!queries.containsKey(query.name()) && queries.size() >= QUERIES_AT_MOST) {
            throw new NoRoom();
        }
        try {
            Files.createDirectories(folder);
            var file = file(query.name());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            try (var channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(query));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        queries.put(query.name(), query);
    }

    /** Forgets a query. Whether there was one. */
    public synchronized boolean remove(String name) {
        if (!queries.containsKey(name)) {
            return false;
        }
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        queries.remove(name);
        return true;
    }

    private void read() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (var file : files()) {
            try {
                var query = JSON.readValue(Files.readAllBytes(file), SavedQuery.class);
                query.asNamed();
                if (!file.equals(file(query.name()))) {
                    throw new IllegalArgumentException("its name is that of another file");
                }
                queries.put(query.name(), query);
            } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
                LOG.error("{} is no saved query and is left out: {}", file, e.getMessage());
            } catch (IOException e) {
                throw new StoreException("Cannot read %s (%s)".formatted(file, e.getMessage()), e);
            }
        }
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new StoreException("Cannot read %s (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    private StoreException cannotWrite(IOException e) {
        return new StoreException(
                "Cannot write the saved queries in %s (%s): check its permissions and the room on its disk"
                        .formatted(folder, e.getMessage()),
                e);
    }

    /** There are as many as the store keeps. */
    public static final class NoRoom extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoRoom() {
            super(
                    "The store keeps at most %d saved queries, and has as many: remove some".formatted(QUERIES_AT_MOST),
                    null,
                    false,
                    false);
        }
    }
}
