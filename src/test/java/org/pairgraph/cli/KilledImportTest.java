package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;

/** Whenever an import is killed, it has happened or it has not. */
class KilledImportTest {
    private static final SourceName LOOP = new SourceName("loop");

    @TempDir
    private Path folder;

    @Test
    void aKillLeavesTheRevisionBeforeOrTheOneAfter() throws Exception {
        var home = SmallHome.in(folder.resolve("home"));
        var store = folder.resolve("store");
        var a = write("a", 0);
        var b = write("b", 150);
        var random = new Random(20261124);

        for (int round = 0; round < rounds(); round++) {
            int told;
            try (var doomed = CommandLineProcess.startClass(
                    ImportLoop.class.getName(), home, home.toString(), store.toString(), a.toString(), b.toString())) {
                doomed.awaitLine("revision ");
                Thread.sleep(random.nextInt(700));
                doomed.kill();
                told = told(doomed.output());
            }

            assertSound(store, told);
        }
    }

    private static void assertSound(Path folder, int told) {
        try (var store = PairStore.open(folder)) {
            assertThat(store.verify()).isEmpty();
            assertThat(store.history().head()).isBetween(told, told + 1);
            var content = store.read((dataset, history) ->
                    dataset
                            .getGraph(NodeFactory.createURI(history.findCurrent(LOOP)
                                    .orElseThrow()
                                    .graph()
                                    .iri()))
                            .stream()
                            .map(triple -> triple.getSubject().getURI())
                            .collect(Collectors.toSet()));
            int begin = store.history().head() % 2 == 0 ? 150 : 0;
            assertThat(content).isEqualTo(subjects(begin));
            var visible = store.read((dataset, history) -> dataset.getDefaultGraph().stream()
                    .map(triple -> triple.getSubject().toString())
                    .filter(subject -> subject.contains("/id/thing/"))
                    .collect(Collectors.toSet()));
            assertThat(visible).isEqualTo(subjects(begin));
        }
    }

    private Path write(String name, int begin) throws Exception {
        var turtle = subjects(begin).stream()
                .map(subject -> "<%s> <urn:x:name> \"%s\" .%n".formatted(subject, name))
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve(name + ".ttl"), turtle);
    }

    private static Set<String> subjects(int begin) {
        return IntStream.range(begin, begin + 300)
                .mapToObj(i -> "https://w3id.org/pairgraph/id/thing/" + i)
                .collect(Collectors.toSet());
    }

    /** The last revision of which a whole line was printed. */
    private static int told(String output) {
        var whole = output.substring(0, output.lastIndexOf('\n') + 1);
        return whole.lines()
                .filter(line -> line.startsWith("revision "))
                .mapToInt(line -> Integer.parseInt(line.substring("revision ".length())))
                .max()
                .orElseThrow();
    }

    private static int rounds() {
        return Boolean.getBoolean("long") ? 40 : 5;
    }
}
