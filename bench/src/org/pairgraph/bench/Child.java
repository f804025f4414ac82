package org.pairgraph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that is measured, or serves what is measured. Its output goes to a file in the folder of the logs. */
final class Child implements AutoCloseable {

    /** What a process took until it ended or was ready. Memory is without mapped files. */
    record Cost(double wallSeconds, double cpuSeconds, double peakMegabytes) {}

    private static final String READY = "serves http";

    private final Process process;
    private final Path log;
    private final long startedAt = System.nanoTime();
    private long peakKilobytes;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(Setup setup, String name, Path programHome, List<String> command) {
        try {
            var log = Files.createDirectories(setup.folder().resolve("logs")).resolve(name + ".log");
            Files.deleteIfExists(log);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("PAIRGRAPH_HOME", programHome.toString());
            builder.environment().put("PAIRGRAPH_JAVA_OPTS", "-Xmx" + setup.heap());
            return new Child(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says where it serves, and returns that. */
    String url() {
        while (process.isAlive()) {
            var line = output().lines().filter(said -> said.contains(READY)).findFirst();
            if (line.isPresent()) {
                return line.get().replaceFirst(".*serves (http://[^ ]+).*", "$1");
            }
            rest();
        }
        throw failure();
    }

    /** Waits until it has ended well. */
    Cost end() {
        while (process.isAlive()) {
            rest();
        }
        var cost = cost();
        if (process.exitValue() != 0) {
            throw failure();
        }
        return cost;
    }

    /** What it took so far. */
    Cost cost() {
        return new Cost((System.nanoTime() - startedAt) / 1e9, lastCpuNanos / 1e9, peakKilobytes / 1024.0);
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kilobytes of memory that it holds now, mapped files left out. */
    long kilobytes() {
        return status("RssAnon:");
    }

    private long lastCpuNanos;

    private void rest() {
        peakKilobytes = Math.max(peakKilobytes, kilobytes());
        lastCpuNanos = process.info().totalCpuDuration().map(Duration::toNanos).orElse(lastCpuNanos);
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long status(String field) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private IllegalStateException failure() {
        return new IllegalStateException("%s ended with %s: %s"
                .formatted(log.getFileName(), process.isAlive() ? "nothing" : process.exitValue(), output()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
