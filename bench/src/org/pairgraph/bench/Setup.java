package org.pairgraph.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where things are and how much is measured, as {@code bench/run} says by system properties.
 *
 * @param only what the names of the parts of a suite have to fit
 * @param heap of every server and loader, as {@code -Xmx} has it
 */
record Setup(Path home, long pairings, int rounds, Pattern only, String heap) {
    static Setup ofProperties() {
        return new Setup(
                Path.of(System.getProperty("bench.home")).toAbsolutePath(),
                Long.getLong("bench.pairings"),
                Integer.getInteger("bench.rounds"),
                Pattern.compile(System.getProperty("bench.only", "")),
                System.getProperty("bench.heap"));
    }

    /** Whether a part of a suite was asked for. */
    boolean isAsked(String part) {
        return only.matcher(part).find();
    }

    /** What is made for this size: the network, stores, logs. */
    Path folder() {
        return home.resolve("target/bench").resolve(Long.toString(pairings));
    }

    Path network() {
        return folder().resolve("network.ttl");
    }

    /** The command of the program, as its users give it; {@link Child} says by its environment what memory it gets. */
    List<String> pairgraph(String... arguments) {
        var command = new ArrayList<>(List.of(home.resolve("pairgraph").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command of a class of ours. */
    List<String> peer(Class<?> main, String... arguments) {
        var command = new ArrayList<>(jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** How a process of its own begins. */
    List<String> jvm() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap);
    }
}
