package org.pairgraph.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file that a source is made of cannot be read. The message names the file and the first place that is wrong. */
public final class UnreadableSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableSource(Path file, List<SyntaxError> errors) {
        super(describe(file, errors.getFirst()));
    }

    UnreadableSource(Path file, IOException cause) {
        super(
                "%s cannot be opened (%s). Mend that and start again; the store is as it was"
                        .formatted(file, cause.getClass().getSimpleName()),
                cause);
    }

    private static String describe(Path file, SyntaxError error) {
        var where = error.line() > 0 ? " line " + error.line() : "";
        return "%s%s: %s. Mend the file and start again; the store is as it was"
                .formatted(file, where, error.message());
    }
}
