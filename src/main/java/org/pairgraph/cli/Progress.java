package org.pairgraph.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Help.Ansi;

/** Says on a terminal, in one line that is gone afterwards, what takes time and for how long it has. */
final class Progress {
    /** Work that takes time. */
    interface Work<T> {
        T done() throws IOException;
    }

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final Duration step;

    /** @param step how often it is said; what is done sooner is not spoken of */
    Progress(PrintStream terminal, Duration step) {
        this.terminal = terminal;
        this.step = step;
    }

    /** On the terminal that this process has; none where it is run by a program or into a file. */
    static Optional<Progress> ofTerminal() {
        return Ansi.AUTO.enabled() ? Optional.of(new Progress(System.err, Duration.ofSeconds(1))) : Optional.empty();
    }

    /** Does the work, and says so meanwhile. */
    <T> T during(String what, Work<T> work) throws IOException {
        long begun = System.nanoTime();
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(() -> tell(what, begun), step.toMillis(), step.toMillis(), TimeUnit.MILLISECONDS);
            return work.done();
        } finally {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }

    private void tell(String what, long begun) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        terminal.print("%s%s … %d s".formatted(CLEAR_LINE, what, seconds));
        terminal.flush();
    }
}
