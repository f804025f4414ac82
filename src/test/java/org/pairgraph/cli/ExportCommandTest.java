package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.server.Config;
import org.pairgraph.server.PairServer;

class ExportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aStoreAndItsServerWriteTheSameBytes() throws Exception {
        var home = SmallHome.in(folder.resolve("home"));
        var store = folder.resolve("store");
        var alone = folder.resolve("alone.nq.gz");
        var through = folder.resolve("through.nq.gz");
        var plain = folder.resolve("plain.ttl");

        assertThat(export(home, store, "nquads", alone)).endsWith("exit 0");
        try (var server =
                PairServer.start(new Config(home, store, "127.0.0.1", 0, Optional.empty(), false), line -> {})) {
            assertThat(export(home, store, "nquads", through)).as(server.url()).endsWith("exit 0");
            assertThat(export(home, store, "turtle", plain)).endsWith("exit 0");
        }

        assertThat(through).hasSameBinaryContentAs(alone);
        assertThat(Files.readString(plain)).startsWith("@prefix ").contains("pg:County");
    }

    @Test
    void whatCannotBeWrittenIsSaidAndLeavesNothingBehind() throws Exception {
        var home = SmallHome.in(folder.resolve("home"));
        var file = folder.resolve("out.ttl");

        assertThat(CommandLineProcess.run(
                        home,
                        "export",
                        "--store",
                        folder.resolve("store").toString(),
                        "--format",
                        "turtle",
                        "--revision",
                        "9",
                        "-o",
                        file.toString()))
                .contains("no revision 9")
                .endsWith("exit 1");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("out.ttl.new")).doesNotExist();

        Files.writeString(file, "mine");
        assertThat(export(home, folder.resolve("store"), "turtle", file))
                .contains("--force")
                .endsWith("exit 1");
        assertThat(export(home, folder.resolve("store"), "docx", file))
                .contains("nquads")
                .endsWith("exit 2");
        assertThat(file).hasContent("mine");
        assertThat(export(home, folder.resolve("store"), "turtle", folder.resolve("nowhere/out.ttl")))
                .startsWith("There is no folder " + folder.resolve("nowhere"))
                .endsWith("exit 1");
    }

    @Test
    void whatTheFormatCannotSayIsNamed() throws Exception {
        var home = SmallHome.in(folder.resolve("home"));
        Files.writeString(SmallHome.source(home), "<area/1> <http://example.org/p/1> 1 .", StandardOpenOption.APPEND);
        var file = folder.resolve("out.rdf");

        assertThat(export(home, folder.resolve("store"), "rdfxml", file))
                .contains("<http://example.org/p/1>")
                .doesNotContain("Unexpected", "Exception")
                .endsWith("exit 1");
        assertThat(file).doesNotExist();
    }

    private static String export(Path home, Path store, String format, Path file) throws Exception {
        return CommandLineProcess.run(
                        home, "export", "--store", store.toString(), "--format", format, "-o", file.toString())
                .strip();
    }
}
