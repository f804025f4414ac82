package org.pairgraph.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.pairgraph.store.StoreException;

/** {@code server.json} in the store's folder: where the process that holds the store answers. */
public final class Announcement {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String url;

    private Announcement(Path file, String url) {
        this.file = file;
        this.url = url;
    }

    /**
     * The address of the server that holds a store; none when no process that still lives has announced itself. It may
     * be gone by the time that it is asked.
     */
    public static Optional<String> find(Path store) {
        try {
            var announced = JSON.readTree(Files.readString(store.resolve("server.json")));
            boolean alive = ProcessHandle.of(announced.path("pid").asLong())
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            return alive ? Optional.of(announced.path("url").asText()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Announcement write(Path store, String url) {
        var file = store.resolve("server.json");
        try {
            var draft = store.resolve("server.json.new");
            Files.writeString(
                    draft,
                    JSON.writeValueAsString(
                            Map.of("url", url, "pid", ProcessHandle.current().pid())));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return new Announcement(file, url);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write %s (%s): check the permissions of its folder and the room on its disk"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    String url() {
        return url;
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreException("Cannot remove " + file + ": " + e.getMessage(), e);
        }
    }
}
