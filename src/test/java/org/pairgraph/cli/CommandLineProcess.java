package org.pairgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as the launcher starts it. */
final class CommandLineProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private CommandLineProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static CommandLineProcess start(Path home, String... arguments) throws IOException {
        return startClass("org.pairgraph.cli.Main", home, arguments);
    }

    /** With a heap of its own. */
    static CommandLineProcess startWithHeap(String heap, Path home, String... arguments) throws IOException {
        return startJava(List.of("-Xmx" + heap), "org.pairgraph.cli.Main", home, arguments);
    }

    /** Another class with a main method, in a process of its own. */
    static CommandLineProcess startClass(String main, Path home, String... arguments) throws IOException {
        return startJava(List.of(), main, home, arguments);
    }

    private static CommandLineProcess startJava(List<String> options, String main, Path home, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("pairgraph", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PAIRGRAPH_HOME", home.toString());
        return new CommandLineProcess(builder.start(), output);
    }

    /** Runs a command to its end: what it printed, and below it its exit code. */
    static String run(Path home, String... arguments) throws IOException, InterruptedException {
        try (var process = start(home, arguments)) {
            int code = process.exitCode();
            return process.output() + "exit " + code;
        }
    }

    /** Waits for a line of the output that contains a text; the lines so far are in the error otherwise. */
    String awaitLine(String part) throws IOException, InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            for (var line : output().lines().toList()) {
                if (line.contains(part)) {
                    return line;
                }
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No line with \"" + part + "\" in: " + output());
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            throw new AssertionError("Still running after five minutes");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Ends the process as kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(output);
    }
}
