package org.pairgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    @Test
    void aFullFileIsPutAsideAndTheOldestGoes(@TempDir Path store) throws Exception {
        var log = new AuditLog(store, Clock.systemUTC(), 1_000);
        int entries = 200;
        for (int i = 0; i < entries; i++) {
            log.append(new AuditEntry(
                    Optional.of("ann"), "entry-%03d".formatted(i), Optional.empty(), Optional.empty(), "x", "local"));
        }

        var kept = new ArrayList<String>();
        for (int number = 8; number > 0; number--) {
            kept.addAll(Files.readAllLines(store.resolve("audit.log." + number)));
        }
        kept.addAll(Files.readAllLines(store.resolve("audit.log")));
        try (var files = Files.list(store)) {
            assertThat(files.map(file -> file.toFile().length())).hasSize(9).allMatch(bytes -> bytes <= 1_000);
        }
        assertThat(kept).hasSizeLessThan(entries);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(kept.size() - 1 - i)).contains("entry-%03d".formatted(entries - 1 - i));
        }
    }
}
