package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pairgraph convert} as a steward meets it. */
class ConvertTest {
    private static final String TABLE = "代码,名称,英文名\n440999,示例县,Example County\n";

    @TempDir
    private Path folder;

    private Path table;
    private Path turtle;
    private String out;
    private String err;

    @BeforeEach
    void aTable() throws IOException {
        table = Files.writeString(folder.resolve("table.csv"), TABLE);
        turtle = folder.resolve("out.ttl");
    }

    private int convert(String... more) {
        var arguments =
                new ArrayList<>(List.of("convert", table.toString(), "--template", "places", "-o", turtle.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var printed = new StringWriter();
        var complained = new StringWriter();
        int code = Main.run(new PrintWriter(printed, true), new PrintWriter(complained, true), arguments);
        out = printed.toString();
        err = complained.toString();
        return code;
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aTableBecomesATurtleFile() throws Exception {
        assertThat(convert()).isZero();

        assertThat(out).contains("6 triples from 1 row;").contains("pairgraph validate " + turtle);
        assertThat(Files.readString(turtle)).startsWith("@base").contains("<area/440999> a pg:County;");
        assertThat(files()).containsExactly("out.ttl", "table.csv");
    }

    @Test
    void theSameTableGivesTheSameBytes() throws Exception {
        convert();
        var first = Files.readAllBytes(turtle);

        assertThat(convert("--force")).isZero();
        assertThat(Files.readAllBytes(turtle)).isEqualTo(first);
    }

    @Test
    void aFileThatIsReferredToMayBeginWithAByteOrderMarkAndMustBeUtf8() throws Exception {
        var more = "@prefix ex: <https://example.org/> .\nex:a ex:p \"县\" .\n";
        var marked = Files.writeString(folder.resolve("marked.ttl"), "\uFEFF" + more);
        var foreign = Files.writeString(folder.resolve("foreign.ttl"), more, Charset.forName("GB18030"));

        assertThat(convert("--with", marked.toString())).as(err).isZero();
        assertThat(convert("--force", "--with", foreign.toString())).isEqualTo(Main.REFUSED);
        assertThat(err).contains("foreign.ttl is not UTF-8: save it as UTF-8");
    }

    @Test
    void aMistakeIsReportedAndNothingIsWritten() throws Exception {
        Files.writeString(table, TABLE.replace("440999", "4409"));

        assertThat(convert()).isEqualTo(Main.REFUSED);

        assertThat(out)
                .contains("row 2, column A 代码: \"4409\"")
                .contains("a code has six digits")
                .contains("行政区划代码是六位数字")
                .contains("1 problem; nothing was written");
        assertThat(files()).containsExactly("table.csv");
    }

    @Test
    void aMistakeLeavesTheFormerFile() throws Exception {
        Files.writeString(turtle, "former");
        Files.writeString(table, "x");

        assertThat(convert("--force")).isEqualTo(Main.REFUSED);

        assertThat(Files.readString(turtle)).isEqualTo("former");
        assertThat(files()).containsExactly("out.ttl", "table.csv");
    }

    @Test
    void anExistingFileIsOverwrittenOnlyByForce() throws Exception {
        Files.writeString(turtle, "former");

        assertThat(convert()).isEqualTo(Main.REFUSED);
        assertThat(out).contains("There is a file").contains("--force");
        assertThat(Files.readString(turtle)).isEqualTo("former");

        assertThat(convert("--force")).isZero();
        assertThat(Files.readString(turtle)).startsWith("@base");
    }

    @Test
    void theTableItselfIsNeverOverwritten() throws Exception {
        turtle = table;

        assertThat(convert("--force")).isEqualTo(Main.REFUSED);

        assertThat(out).contains("is read, so it cannot be written");
        assertThat(Files.readString(table)).isEqualTo(TABLE);
    }

    @Test
    void whatCannotBeReadOrWrittenIsOneClearLine() throws Exception {
        var there = table;
        table = folder.resolve("nowhere.csv");
        assertThat(convert()).isEqualTo(Main.REFUSED);
        assertThat(err.strip().lines())
                .singleElement()
                .asString()
                .contains("Cannot read")
                .contains("nowhere.csv");

        table = there;
        turtle = folder.resolve("nowhere/out.ttl");
        assertThat(convert()).isEqualTo(Main.REFUSED);
        assertThat(err.strip().lines())
                .singleElement()
                .asString()
                .contains("Cannot write")
                .contains("nothing was written");

        var broken = Files.writeString(folder.resolve("broken.ttl"), "<a> <b>");
        turtle = folder.resolve("out.ttl");
        assertThat(convert("--with", broken.toString())).isEqualTo(Main.REFUSED);
        assertThat(err.strip().lines()).singleElement().asString().contains("broken.ttl is not Turtle");
        assertThat(files()).doesNotContain("out.ttl");
    }

    @Test
    void furtherFilesDescribeWhatTheTableRefersTo() throws Exception {
        Files.writeString(table, "代码,名称,英文名\n530999,示例县,Example County\n");
        assertThat(convert()).isEqualTo(Main.REFUSED);

        var more = Files.writeString(folder.resolve("more.ttl"), """
                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                <area/530900> a pg:City ; pg:adminCode "530900" .
                """);
        assertThat(convert("--with", more.toString())).isZero();
        assertThat(out).contains("pairgraph validate " + more + " " + turtle);
    }

    @Test
    void aFileNamedAsASourceOfTheProgramIsWarnedOf() {
        turtle = folder.resolve("places.ttl");

        assertThat(convert()).isZero();
        assertThat(err).contains("places comes with the program");
    }

    @Test
    void theReportIsAlsoJson() throws Exception {
        Files.writeString(table, TABLE.replace("440999", "4409"));
        assertThat(convert("--json")).isEqualTo(Main.REFUSED);

        var report = new ObjectMapper().readTree(out);
        assertThat(report.at("/converted").asBoolean(true)).isFalse();
        assertThat(report.at("/problems/0/row").asInt()).isEqualTo(2);
        assertThat(report.at("/problems/0/letter").asText()).isEqualTo("A");
        assertThat(report.at("/problems/0/message/zh").asText()).contains("六位数字");
    }

    @Test
    void theTemplatesAreListedWithTheirColumns() {
        assertThat(run("convert", "--list")).isZero();
        assertThat(out).contains("school-pairings:").contains("支援方所属组 (supporter group)");

        assertThat(run("convert", "--list", "--template", "places")).isZero();
        assertThat(out).contains("行政区划代码 (code)").doesNotContain("school-pairings:");
    }

    @Test
    void whatIsNotSaidIsAUsageError() {
        assertThat(run("convert")).isEqualTo(2);
        assertThat(run("convert", table.toString())).isEqualTo(2);
        assertThat(run("convert", table.toString(), "--template", "places")).isEqualTo(2);
        assertThat(run("convert", table.toString(), "--template", "schools", "-o", turtle.toString()))
                .isEqualTo(2);
        assertThat(err).contains("There is no template schools; there are: county-pairings, school-pairings");
    }
}
