package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final String CLEAR = "\r\u001b[K";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), Duration.ofMillis(20));

    @Test
    void whatTakesTimeIsSaidAndTheLineIsGoneAfterwards() throws IOException {
        var done = progress.during("Planning \"a\"", () -> {
            await("Planning \"a\" … 0 s");
            return "planned";
        });

        assertThat(done).isEqualTo("planned");
        assertThat(text()).endsWith(CLEAR);
    }

    @Test
    void workThatFailsFailsAndTheLineIsGoneToo() {
        assertThatThrownBy(() -> progress.during("Planning", () -> {
                    await("Planning … ");
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no");
        assertThat(text()).endsWith(CLEAR);
    }

    private void await(String line) {
        while (!text().contains(line)) {
            Thread.onSpinWait();
        }
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
