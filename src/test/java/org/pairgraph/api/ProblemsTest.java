package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)\\R\\R([0-9]{3})");

    @Test
    void everyProblemIsDocumentedWithItsStatusAndNoOtherIs() throws IOException {
        var documented = HEADING.matcher(Files.readString(Path.of("docs/problems.md")))
                .results()
                .map(heading -> heading.group(1) + " " + heading.group(2));
        var known = Arrays.stream(ProblemType.values()).map(type -> type.slug() + " " + type.status());

        assertThat(documented).containsExactlyElementsOf(known.toList());
    }
}
