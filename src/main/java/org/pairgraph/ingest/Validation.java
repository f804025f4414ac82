package org.pairgraph.ingest;

import java.nio.file.Path;
import java.util.List;

/** What is to be said of one file before it is imported: it cannot be read, or what the shapes say. */
public record Validation(Path file, List<SyntaxError> syntaxErrors, List<ShapeResult> shapeResults) {
    public Validation {
        syntaxErrors = List.copyOf(syntaxErrors);
        shapeResults = List.copyOf(shapeResults);
    }

    /** Whether nothing must be mended; warnings do not count. */
    public boolean conforms() {
        return syntaxErrors.isEmpty()
                && shapeResults.stream().noneMatch(result -> result.severity() == ShapeResult.Severity.VIOLATION);
    }
}
