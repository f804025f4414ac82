package org.pairgraph.access;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code audit.log} in the store's folder: one line of JSON for each entry, in ASCII, so that no value can end a line or
 * steer a terminal. It only grows.
 */
final class AuditLog {
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

    AuditLog(Path store, Clock clock) {
        this.file = store.resolve("audit.log");
        this.clock = clock;
    }

    /** Appends an entry. What it tells of has happened: a line that cannot be written is logged and undoes nothing. */
    synchronized void append(AuditEntry entry) {
        try {
            ObjectNode line =
                    JSON.createObjectNode().put("time", clock.instant().toString());
            line.setAll(JSON.<ObjectNode>valueToTree(entry));
            PrivateFile.append(file, (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.error("{} cannot be written", file, e);
        }
    }
}
