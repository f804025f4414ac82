package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void theFileIsWrittenWholeAndItsSizeIsTold() throws Exception {
        var file = folder.resolve("network.ttl");

        assertThat(run("--pairings", "20", "-o", file.toString())).isEqualTo(Main.DONE);

        assertThat(out.toString()).contains("network.ttl: 20 pairings, ").contains(" triples");
        assertThat(Files.readString(file)).contains("pairing:19 ");
        assertThat(files()).containsExactly("network.ttl");
    }

    @Test
    void aPackedFileHoldsTheSameBytes() throws Exception {
        run("--pairings", "20", "-o", folder.resolve("plain.nt").toString());
        run("--pairings", "20", "-o", folder.resolve("packed.nt.gz").toString());

        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve("packed.nt.gz")))) {
            assertThat(packed.readAllBytes()).isEqualTo(Files.readAllBytes(folder.resolve("plain.nt")));
        }
    }

    @Test
    void standardOutputHoldsNothingButTheNetwork() throws Exception {
        run(
                "--pairings",
                "20",
                "--seed",
                "9",
                "-o",
                folder.resolve("network.ttl").toString());

        var process = start("-Xmx64m", "--pairings", "20", "--seed", "9", "-o", "-");

        assertThat(process.getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(folder.resolve("network.ttl")));
        assertThat(process.waitFor()).isEqualTo(Main.DONE);
    }

    @Test
    void aFileThatIsThereIsRefusedUntilForced() throws Exception {
        var file = Files.writeString(folder.resolve("mine.ttl"), "mine");

        assertThat(run("--pairings", "20", "-o", file.toString())).isEqualTo(Main.REFUSED);
        assertThat(err.toString()).contains("mine.ttl is there already").contains("--force");
        assertThat(file).hasContent("mine");

        assertThat(run("--pairings", "20", "-o", file.toString(), "--force")).isEqualTo(Main.DONE);
        assertThat(Files.readString(file)).contains("pairing:19 ");
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedWithTheReason() {
        var file = folder.resolve("missing/network.ttl");

        assertThat(run("--pairings", "20", "-o", file.toString())).isEqualTo(Main.REFUSED);
        assertThat(err.toString()).contains("Cannot write").contains("missing");
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws Exception {
        Files.createSymbolicLink(folder.resolve("network.nt.part"), Path.of("/dev/full"));

        assertThat(run("--pairings", "2000", "-o", folder.resolve("network.nt").toString()))
                .isEqualTo(Main.REFUSED);

        assertThat(err.toString()).contains("Cannot write").contains("No space left");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "100000001", "many", "9999999999999999999"})
    void anImpossibleSizeIsAMistakeOfUsage(String pairings) {
        assertThat(run("--pairings", pairings, "-o", folder.resolve("n.ttl").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(pairings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"network.rdf", "network", "network.gz", "network.ttl.zip"})
    void anUnknownEndingIsAMistakeOfUsage(String name) throws IOException {
        assertThat(run("--pairings", "20", "-o", folder.resolve(name).toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(name).contains(".ttl, .nt");
        assertThat(files()).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true")
    void memoryDoesNotDependOnTheSize() throws Exception {
        var process = start(
                "-Xmx64m",
                "--pairings",
                "50000",
                "-o",
                folder.resolve("large.ttl").toString());

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("50,000 pairings");
        assertThat(process.exitValue()).isEqualTo(Main.DONE);
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("generate"));
        all.addAll(List.of(arguments));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(new String[0]));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Process start(String memory, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-cp",
                System.getProperty("java.class.path"),
                "org.pairgraph.cli.Main",
                "generate"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
