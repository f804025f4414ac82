package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pairgraph evidence} as a steward meets it. */
class EvidenceCommandTest {
    private static final String TALE = "first line\nnine horses 九匹\n";

    @TempDir
    private Path folder;

    private Path home;
    private Path texts;

    @BeforeEach
    void aHomeWithOnePassage() throws Exception {
        home = SmallHome.in(folder.resolve("home"));
        texts = Files.createDirectory(folder.resolve("texts"));
        Files.writeString(texts.resolve("tale.txt"), TALE);
        Files.writeString(SmallHome.source(home), """
                @base <https://w3id.org/pairgraph/id/> .
                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                @prefix oa: <http://www.w3.org/ns/oa#> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                <document/tale> a pg:Document ; dcterms:identifier "tale.txt" ; pg:textDigest "%s" .
                <claim> pg:evidence <evidence/tale/11-22> .
                <evidence/tale/11-22> a pg:Evidence ; pg:document <document/tale> ; pg:startLine 2 ; pg:endLine 2 ;
                  oa:hasSelector <evidence/tale/11-22#selector> ; pg:passageDigest "%s" .
                <evidence/tale/11-22#selector> a oa:TextPositionSelector ; oa:start 11 ; oa:end 22 .
                """.formatted(sha256(TALE), sha256("nine horses")));
    }

    @Test
    void allFoundIsDone() throws Exception {
        try (var check = evidence("check", "--documents", texts.toString())) {
            assertThat(check.exitCode()).isZero();
            assertThat(check.output())
                    .contains("file tale.txt: 1 of 1 passages found")
                    .contains("In all 1 of 1");
        }
    }

    @Test
    void aRunningServerIsAsked() throws Exception {
        try (var server = CommandLineProcess.start(
                home, "serve", "--port", "0", "--store", folder.resolve("store").toString())) {
            server.awaitLine("pairgraph serves");
            try (var check = evidence("check", "--documents", texts.toString())) {
                assertThat(check.exitCode()).isZero();
                assertThat(check.output()).contains("In all 1 of 1").doesNotContain("Filling");
            }
        }
    }

    @Test
    void aDriftIsRefusedWithItsEvidenceAndItsPlace() throws Exception {
        var longer = "zero\n" + TALE;
        Files.writeString(texts.resolve("tale.txt"), longer);
        var data = Files.readString(SmallHome.source(home));
        Files.writeString(SmallHome.source(home), data.replace(sha256(TALE), sha256(longer)));

        try (var check = evidence("check", "--documents", texts.toString())) {
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.output())
                    .contains("0 of 1 passages found")
                    .contains("<https://w3id.org/pairgraph/id/evidence/tale/11-22>")
                    .contains("Other words stand at 11-22")
                    .contains("the passage is at 16-27 (lines 3-3): correct");
        }
    }

    @Test
    void aChangedFileIsNamed() throws Exception {
        Files.writeString(texts.resolve("tale.txt"), "something else");

        try (var check = evidence("check", "--documents", texts.toString())) {
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.output()).contains("no file").contains("\"tale.txt\" is there, but its digest is not");
        }
    }

    @Test
    void theReportIsAlsoJson() throws Exception {
        Files.delete(texts.resolve("tale.txt"));

        try (var check = evidence("check", "--documents", texts.toString(), "--json")) {
            assertThat(check.exitCode()).isEqualTo(1);
            var report = new ObjectMapper()
                    .readTree(check.output()
                            .lines()
                            .reduce((before, line) -> line)
                            .orElseThrow());
            assertThat(report.at("/passages").asInt()).isEqualTo(1);
            assertThat(report.at("/found").asInt()).isZero();
            assertThat(report.at("/documents/0/name").asText()).isEqualTo("tale.txt");
            assertThat(report.at("/documents/0/findings/0/outcome").asText()).isEqualTo("DocumentMissing");
            assertThat(report.at("/documents/0/findings/0/sameName").asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void aMissingFolderIsOneClearLine() throws Exception {
        try (var check =
                evidence("check", "--documents", folder.resolve("nowhere").toString())) {
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("There is no folder")
                    .contains("nowhere");
        }
    }

    @Test
    void whatIsNotSaidIsAUsageError() throws Exception {
        for (var arguments : List.of(
                List.of(),
                List.of("check"),
                List.of("locate", "--documents", texts.toString(), "--document", "tale"),
                List.of("locate", "--documents", texts.toString(), "--document", "tale", " "))) {
            try (var process = evidence(arguments.toArray(String[]::new))) {
                assertThat(process.exitCode()).as("%s", arguments).isEqualTo(2);
                assertThat(process.output()).contains("Usage: pairgraph evidence");
            }
        }
    }

    @Test
    void locatedWordsArePrintedAsTheDataWritesThem() throws Exception {
        try (var locate = locate("ni ne\thorses")) {
            assertThat(locate.exitCode()).isZero();
            assertThat(locate.output()).endsWith("""
                    <evidence/tale/11-22> a pg:Evidence;
                      oa:hasSelector <evidence/tale/11-22#selector>;
                      pg:document <document/tale>;
                      pg:endLine 2;
                      pg:passageDigest "%s";
                      pg:startLine 2 .

                    <evidence/tale/11-22#selector> a oa:TextPositionSelector;
                      oa:end 22;
                      oa:start 11 .
                    """.formatted(sha256("nine horses")));
        }
    }

    @Test
    void wordsThatStandNowhereAreRefusedWithTheNearest() throws Exception {
        try (var locate = locate("nine houses")) {
            assertThat(locate.exitCode()).isEqualTo(1);
            assertThat(locate.output())
                    .contains("\"nine ho\" on line 2 (11-18)")
                    .contains("goes on with \"rses");
        }
    }

    @Test
    void anUnknownDocumentIsRefusedWithTheKnownOnes() throws Exception {
        try (var locate = evidence("locate", "--documents", texts.toString(), "--document", "fable", "nine")) {
            assertThat(locate.exitCode()).isEqualTo(1);
            assertThat(locate.output()).contains("called \"fable\"; there are: tale.txt");
        }
    }

    @Test
    void theLauncherReadsChineseWordsUnderALocaleWithoutIt() throws Exception {
        var root = launcherBeside(home);
        var script = folder.resolve("locate.sh");
        Files.writeString(
                script,
                "exec '%s' evidence locate --documents '%s' --document tale.txt --store '%s' '九匹'\n"
                        .formatted(root.resolve("pairgraph"), texts, folder.resolve("store")));
        var builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("PAIRGRAPH_HOME"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectOutput(folder.resolve("out").toFile());

        var process = builder.start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("out"))).contains("<evidence/tale/23-25> a pg:Evidence");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void whatCouldSteerATerminalIsNotPrinted() {
        assertThat(EvidenceCommand.printable("a\u001B[2Jb\r\nc")).isEqualTo("a\uFFFD[2Jb c");
    }

    private CommandLineProcess locate(String words) throws Exception {
        return evidence("locate", "--documents", texts.toString(), "--document", "tale.txt", words);
    }

    private CommandLineProcess evidence(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("evidence"));
        arguments.addAll(List.of(more));
        if (more.length > 0) {
            arguments.addAll(2, List.of("--store", folder.resolve("store").toString()));
        }
        return CommandLineProcess.start(home, arguments.toArray(String[]::new));
    }

    /** Puts the launcher into a home, with a jar that stands for this build. */
    private static Path launcherBeside(Path home) throws Exception {
        var shell = Files.createDirectories(home.resolve("src/main/sh"));
        for (var file : List.of("jdk.sh", "locale.sh")) {
            Files.copy(Path.of("src/main/sh", file), shell.resolve(file));
        }
        Files.copy(Path.of("pairgraph"), home.resolve("pairgraph"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(home.resolve("pom.xml"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.pairgraph.cli.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        var target = Files.createDirectories(home.resolve("target"));
        new JarOutputStream(Files.newOutputStream(target.resolve("pairgraph.jar")), manifest).close();
        return home;
    }

    private static String classPath() {
        var urls = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toString());
        }
        return String.join(" ", urls);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
