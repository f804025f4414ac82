package org.pairgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedLinesTest {
    @TempDir
    private Path folder;

    @Test
    void whatDoesNotFitIntoMemoryIsSortedAllTheSameAndLeavesNothingBehind() throws IOException {
        var random = new Random(7);
        var expected = new TreeSet<String>();
        var given = new ArrayList<String>();
        try (var lines = new SortedLines(folder, 500)) {
            for (int i = 0; i < 2_000; i++) {
                var line = "融" + random.nextInt(900);
                expected.add(line);
                lines.add(line);
            }
            lines.forEach(given::add);
            try (var runs = Files.list(folder)) {
                assertThat(runs).hasSizeGreaterThan(5);
            }
        }

        assertThat(given).containsExactlyElementsOf(expected);
        assertThat(folder).isEmptyDirectory();
    }
}
