package org.pairgraph.cli;

import java.nio.file.Path;
import org.pairgraph.ingest.RdfFormat;

/** A file to import. */
record LocalFile(Path path, RdfFormat format) {
    /** What it is called in reports. */
    String name() {
        return String.valueOf(path.getFileName());
    }
}
