package org.pairgraph.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pairgraph.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plans that wait for a decision, with their files, in the store's folder: they survive a restart, live 24 hours, and
 * the oldest goes when there are more than twenty, unless it is in somebody's hands. Safe for use by many threads.
 */
final class PlanFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PlanFolder.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int MOST_PLANS = 20;
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<String> inHand = new ArrayList<>();

    PlanFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** An id that nobody can guess, with a folder for the files of its plan, which is held until it is let go. */
    synchronized String begin() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        try {
            Files.createDirectories(folder);
            makeRoom();
            Files.createDirectory(folder.resolve(id));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        hold(id);
        return id;
    }

    /** Keeps a plan from going to make room for others, until it is let go as often as it is held. */
    synchronized void hold(String id) {
        inHand.add(id);
    }

    synchronized void letGo(String id) {
        inHand.remove(id);
    }

    /** Where the file of a number, from 0, of a plan is or will be. */
    Path file(String id, int number) {
        return folder.resolve(id).resolve("file-" + number);
    }

    void write(ImportPlan plan) {
        try {
            var draft = folder.resolve(plan.id()).resolve("plan.json.new");
            Files.write(draft, JSON.writeValueAsBytes(plan));
            Files.move(draft, file(plan.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** The plan of an id; none when there is none, it is older than 24 hours, or it cannot be read any more. */
    Optional<ImportPlan> find(String id) {
        if (!has(id)) {
            return Optional.empty();
        }
        try {
            var plan = JSON.readValue(file(id).toFile(), ImportPlan.class);
            return plan.madeAt().plus(LIFETIME).isAfter(clock.instant()) ? Optional.of(plan) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The plan {} cannot be read, and has to be made again: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether a plan of an id is there, however old. */
    boolean has(String id) {
        return ID.matcher(id).matches() && Files.exists(file(id));
    }

    /** Forgets a plan and its files. */
    synchronized void remove(String id) {
        try {
            delete(folder.resolve(id));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Removes what has expired or was cut off, and then the oldest plans, so that one more may come. */
    private void makeRoom() throws IOException {
        var oldest = clock.instant().minus(LIFETIME);
        for (var plan : plans()) {
            if (isFree(plan) && (isCutOff(plan) || changedAt(plan).isBefore(oldest))) {
                delete(plan);
            }
        }
        var left = plans();
        for (var plan : left.stream()
                .filter(this::isFree)
                .limit(Math.max(0, left.size() - MOST_PLANS + 1))
                .toList()) {
            delete(plan);
        }
    }

    /** The folders of all plans, the oldest first. */
    private List<Path> plans() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(PlanFolder::changedAt)).toList();
        }
    }

    private boolean isFree(Path plan) {
        return !inHand.contains(id(plan));
    }

    private boolean isCutOff(Path plan) {
        return ID.matcher(id(plan)).matches() && !has(id(plan));
    }

    private static String id(Path plan) {
        return String.valueOf(plan.getFileName());
    }

    private Path file(String id) {
        return folder.resolve(id).resolve("plan.json");
    }

    private static Instant changedAt(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static void delete(Path plan) throws IOException {
        if (!Files.exists(plan)) {
            return;
        }
        try (var files = Files.walk(plan)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private StoreException cannotWrite(IOException e) {
        return new StoreException(
                "Cannot write the plans in %s (%s): check its permissions and the room on its disk. The store is as it was"
                        .formatted(folder, e.getMessage()),
                e);
    }
}
