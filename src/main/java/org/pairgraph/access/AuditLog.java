package org.pairgraph.access;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code audit.log} in the store's folder: one line of JSON for each entry, in ASCII, so that no value can end a line or
 * steer a terminal. A full one becomes {@code audit.log.1}, that one {@code audit.log.2}, and so on; the oldest goes.
 */
final class AuditLog {
    private static final long MOST_BYTES = 8 << 20;
    private static final int KEPT = 8;

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** JSON allows DEL, a terminal acts on it. */
    private static final class WithDelete extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int DELETE = 127;

        @Override
        public int[] getEscapeCodesForAscii() {
            var codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }

    static {
        JSON.getFactory().setCharacterEscapes(new WithDelete());
    }

    private final Path file;
    private final Clock clock;
    private final long mostBytes;

    AuditLog(Path store, Clock clock) {
        this(store, clock, MOST_BYTES);
    }

    /** @param mostBytes of one file */
    AuditLog(Path store, Clock clock, long mostBytes) {
        this.file = store.resolve("audit.log");
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /** Appends an entry. What it tells of has happened: a line that cannot be written is logged and undoes nothing. */
    synchronized void append(AuditEntry entry) {
        try {
            ObjectNode line =
                    JSON.createObjectNode().put("time", clock.instant().toString());
            line.setAll(JSON.<ObjectNode>valueToTree(entry));
            var bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.US_ASCII);
            makeRoomFor(bytes.length);
            PrivateFile.append(file, bytes);
        } catch (IOException e) {
            LOG.error("{} cannot be written", file, e);
        }
    }

    private void makeRoomFor(int bytes) throws IOException {
        if (!Files.exists(file) || Files.size(file) + bytes <= mostBytes) {
            return;
        }
        for (int number = KEPT; number > 0; number--) {
            var older = number == 1 ? file : kept(number - 1);
            if (Files.exists(older)) {
                Files.move(older, kept(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path kept(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
