package org.pairgraph.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

/** Tables as an office makes them, against what the program comes with. */
class TableTemplateTest {
    private static final String HEADER = "支援方代码,受援方代码,协作,状态,证据\n";
    private static final String EVIDENCE = "evidence/ef5dbee3807e9e96/412-430";
    private static final String ROW = "440902,451324,茂名来宾协作,实际," + EVIDENCE + "\n";

    @Test
    void severalSupportersAreOnePairing() {
        var graph = Tables.converted(
                "county-pairings", "支援方,受援方,协作,状态,证据\n茂南区、广东省茂名市电白区,来宾市金秀县,茂名来宾协作,实际," + EVIDENCE + "\n");

        var pairing = Tables.id("pairing/county/440902_440904-451324");
        assertThat(Tables.objects(graph, pairing, PG.supporter)).containsExactly("area/440902", "area/440904");
        assertThat(Tables.objects(graph, pairing, PG.supported)).containsExactly("area/451324");
        assertThat(Tables.objects(graph, pairing, PG.pairingKind)).containsExactly("county");
    }

    @Test
    void aPairingWithoutADateHasThatOfItsDocument() {
        var graph = Tables.converted("county-pairings", HEADER + ROW);

        assertThat(Tables.objects(graph, Tables.id("pairing/county/440902-451324"), PG.asOf))
                .containsExactly("2022-03-01");
        assertThat(Tables.objects(graph, Tables.id("pairing/county/440902-451324"), PG.asOfPrecision))
                .containsExactly("month");
    }

    @Test
    void theOrderOfColumnsAndTheirLanguageDoNotMatter() {
        var english = "Evidence;STATUS;programme;supported_code;Supporter Code;note\n" + EVIDENCE
                + ";actual;programme/maoming-laibin;451324;440902;\n";

        assertThat(Tables.converted("county-pairings", english)
                        .isIsomorphicWith(Tables.converted("county-pairings", HEADER + ROW)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cellsAreDividedByCommasSemicolonsOrTabs(String separator) {
        var table = (HEADER + ROW).replace(",", separator);

        assertThat(Tables.converted("county-pairings", table).size()).isEqualTo(10);
    }

    @Test
    void aMarkWideSpacesBlankRowsAndCarriageReturnsDoNotMatter() {
        var table = "\uFEFF\r\n" + HEADER.replace("\n", "\r\n").replace("状态", "\u3000状态 ") + ",,,,\r\n\r\n"
                + ROW.replace("451324", " \u3000451324\u00A0").replace("\n", "\r\n") + " ,\u3000,,,\r\n";

        assertThat(Tables.converted("county-pairings", table)
                        .isIsomorphicWith(Tables.converted("county-pairings", HEADER + ROW)))
                .isTrue();
    }

    @Test
    void theDigitsOfACodeMayBeFullWidth() {
        var table = HEADER + ROW.replace("440902", "４４０９０２");

        assertThat(Tables.converted("county-pairings", table)
                        .isIsomorphicWith(Tables.converted("county-pairings", HEADER + ROW)))
                .isTrue();
    }

    @Test
    void aTitleAboveTheHeaderIsOneProblem() {
        assertThat(Tables.refused("county-pairings", "茂名市结对情况表,,,,\n" + HEADER + ROW))
                .singleElement()
                .asString()
                .startsWith("1: no column of the template county-pairings stands in this row");
    }

    @Test
    void allMistakesAreToldAtOnceWithRowAndColumn() {
        var table = HEADER
                + "44090,451324,茂名来宾协作,实际," + EVIDENCE + "\n"
                + "\n"
                + "440902,999999,茂名来并协作,实现,evidence/nowhere/1-2\n"
                + ",451324,茂名来宾协作,,\n"
                + "440902,440902,茂名来宾协作,实际," + EVIDENCE + "\n";

        assertThat(Tables.refused("county-pairings", table))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("2A: a code has six digits"),
                        problem -> assertThat(problem).startsWith("4B: no area has this code"),
                        problem -> assertThat(problem)
                                .startsWith("4C: no programme is called so")
                                .contains("茂名来宾协作"),
                        problem -> assertThat(problem)
                                .startsWith("4D: not in the list")
                                .contains("actual, agreed, planned"),
                        problem -> assertThat(problem)
                                .startsWith("4E: no such passage is known")
                                .contains("--with"),
                        problem -> assertThat(problem).startsWith("5A: one of 支援方代码 (supporter code)"),
                        problem -> assertThat(problem).startsWith("5D: the cell is empty"),
                        problem -> assertThat(problem).startsWith("5E: one of 证据 (evidence)"),
                        problem -> assertThat(problem).startsWith("6: the same party stands on both sides"));
    }

    @Test
    void everyProblemIsToldInChineseToo() {
        var refused = (Conversion.Refused) Tables.convert("county-pairings", "支援方代马,协作\n1,2\n");

        assertThat(refused.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message().zh()).containsPattern("\\p{IsHan}{4}"));
    }

    @Test
    void anUnknownColumnIsRefusedWithTheNearestAndMissingOnesAreNamed() {
        assertThat(Tables.refused("county-pairings", "支援方代马,协作,颜色\n1,2,3\n"))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith("1A: the template county-pairings has no such column")
                                .contains("支援方代码"),
                        problem ->
                                assertThat(problem).startsWith("1C: the template county-pairings has no such column"),
                        problem -> assertThat(problem).contains("支援方代码 (supporter code) / 支援方 (supporter) is missing"),
                        problem -> assertThat(problem).contains("受援方代码 (supported code) / 受援方 (supported) is missing"),
                        problem -> assertThat(problem).contains("状态 (status) is missing"),
                        problem -> assertThat(problem).contains("证据 (evidence) / 出处文件 (document) is missing"));
    }

    @Test
    void aColumnTwiceOrWithoutAHeaderIsRefused() {
        assertThat(Tables.refused("county-pairings", HEADER.replace("\n", ",状态\n") + ROW))
                .singleElement()
                .asString()
                .startsWith("1F: the column is there twice");
        assertThat(Tables.refused("county-pairings", HEADER + ROW.replace("\n", ",more\n")))
                .singleElement()
                .asString()
                .startsWith("2F: the column has no header");
    }

    @Test
    void whatIsNoTableSaysHowToSaveOne() {
        assertThat(Tables.refused(
                        Tables.convert("county-pairings", (HEADER + ROW).getBytes(Charset.forName("GB18030")))))
                .singleElement()
                .asString()
                .contains("GB18030")
                .contains("CSV UTF-8");
        assertThat(Tables.refused(Tables.convert("county-pairings", (HEADER + ROW).getBytes(StandardCharsets.UTF_16))))
                .singleElement()
                .asString()
                .contains("UTF-16");
        assertThat(Tables.refused(Tables.convert("county-pairings", new byte[] {'P', 'K', 3, 4, 0, 0})))
                .singleElement()
                .asString()
                .contains("Excel workbook");
        assertThat(Tables.refused(Tables.convert("county-pairings", new byte[] {'a', 0, 'b'})))
                .singleElement()
                .asString()
                .contains("not a text");
        assertThat(Tables.refused(Tables.convert("county-pairings", new byte[] {(byte) 0xC3, (byte) 0xFF})))
                .singleElement()
                .asString()
                .contains("not UTF-8");
        for (var empty : List.of("", "\n\n", ",,,\n")) {
            assertThat(Tables.refused("county-pairings", empty))
                    .singleElement()
                    .asString()
                    .contains("table is empty");
        }
        assertThat(Tables.refused("county-pairings", HEADER))
                .singleElement()
                .asString()
                .contains("there is no row");
        assertThat(Tables.refused("county-pairings", HEADER + "\"440902,451324\n"))
                .singleElement()
                .asString()
                .startsWith("2: from here on this is not CSV");
    }

    @Test
    void codeAndNameMustAgree() {
        var table = "支援方代码,支援方,受援方代码,协作,状态,证据\n440902,电白区,451324,茂名来宾协作,实际," + EVIDENCE + "\n";

        assertThat(Tables.refused("county-pairings", table))
                .singleElement()
                .asString()
                .startsWith("2A: the codes are those of 茂南区, but the names say 电白区");
    }

    @Test
    void theSameFactInTwoRowsIsOneWithBothPassages() {
        var graph = Tables.converted("county-pairings", HEADER + ROW + ROW.replace("412-430", "431-457"));

        assertThat(Tables.objects(graph, Tables.id("pairing/county/440902-451324"), PG.evidence))
                .containsExactly(EVIDENCE, "evidence/ef5dbee3807e9e96/431-457");
    }

    @Test
    void plannedAndActualOfTheSamePartiesNeedIdsOfTheirOwn() {
        var planned = ROW.replace("实际", "计划");
        assertThat(Tables.refused("county-pairings", HEADER + ROW + planned))
                .singleElement()
                .asString()
                .startsWith("3: row 2 says something else of the same thing (pairing/county/440902-451324)");

        var graph = Tables.converted(
                "county-pairings",
                HEADER.replace("\n", ",标识\n")
                        + ROW.replace("\n", ",\n")
                        + planned.replace("\n", ",pairing/county/440902-451324-planned\n"));
        assertThat(Tables.objects(graph, Tables.id("pairing/county/440902-451324-planned"), PG.status))
                .containsExactly("planned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "javascript:alert(1)",
                "observation/x",
                "pairing/../area/440902",
                "pairing/<b>",
                "pairing/县"
            })
    void anIdThatIsNoneIsRefused(String id) {
        assertThat(Tables.refused(
                        "county-pairings", HEADER.replace("\n", ",标识\n") + ROW.replace("\n", "," + id + "\n")))
                .singleElement()
                .asString()
                .startsWith("2F: an id begins with pairing/");
    }

    @Test
    void whatIsDescribedDifferentlyAlreadyIsRemarked() {
        var conversion =
                Tables.convert("county-pairings", HEADER + "440902、440904,451324,茂名来宾协作,计划," + EVIDENCE + "\n");

        assertThat(((Conversion.Converted) conversion).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.message().en()).contains("differs in pg:status"));
    }

    @Test
    void aPassageIsFoundByItsDocumentAndPositionOrLines() {
        var header = "支援方代码,受援方代码,协作,状态,文件,起始位置,结束位置,行\n";
        var start = "440902,451324,茂名来宾协作,实际,";

        for (var place : List.of(
                "003_ef5dbee3807e9e96.txt,412,430,", "茂名创新“四大模式”强化帮扶,412,430,", "document/ef5dbee3807e9e96,412,430,")) {
            var graph = Tables.converted("county-pairings", header + start + place + "\n");
            assertThat(Tables.objects(graph, Tables.id("pairing/county/440902-451324"), PG.evidence))
                    .containsExactly(EVIDENCE);
        }
        assertThat(Tables.refused("county-pairings", header + start + "document/ef5dbee3807e9e96,412,431,\n"))
                .singleElement()
                .asString()
                .startsWith("2E: no such passage is known");
        assertThat(Tables.refused("county-pairings", header + start + "document/ef5dbee3807e9e96,,,\n"))
                .singleElement()
                .asString()
                .startsWith("2E: the passage is not said");
        assertThat(Tables.refused("county-pairings", header + start + "document/ef5dbee3807e9e96,x,1.5,\n"))
                .allSatisfy(problem -> assertThat(problem).contains("no whole number"))
                .hasSize(2);
    }

    @Test
    void linesThatHoldSeveralPassagesNameThem() {
        var line =
                Tables.objects(Tables.KNOWN, Tables.id(EVIDENCE), PG.startLine).getFirst();
        var table = "支援方代码,受援方代码,协作,状态,文件,行\n440902,451324,茂名来宾协作,实际,003_ef5dbee3807e9e96.txt," + line + "\n";

        var problems = Tables.refused("county-pairings", table);

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("several such passages")
                .contains(EVIDENCE);
    }

    @Test
    void whatIsInferredNeedsANote() {
        var table = HEADER.replace("\n", ",依据\n") + ROW.replace("\n", ",推断\n");

        assertThat(Tables.refused("county-pairings", table))
                .singleElement()
                .asString()
                .startsWith("2F: what is inferred needs a note");
    }

    @Test
    void markupIsRefusedInNotesAndNames() {
        var table = HEADER.replace("\n", ",附注\n") + ROW.replace("\n", ",<script>alert(1)</script>\n");

        assertThat(Tables.refused("county-pairings", table))
                .singleElement()
                .asString()
                .startsWith("2F: a text has no \"<\"");
    }

    @Test
    void aFormulaStaysText() {
        var graph = Tables.converted("county-pairings", HEADER.replace("\n", ",附注\n") + ROW.replace("\n", ",=1+1\n"));

        assertThat(Tables.objects(graph, Tables.id("pairing/county/440902-451324"), PG.note))
                .containsExactly("=1+1");
    }

    @Test
    void aNameOfTwoPlacesIsRefusedWithBoth() {
        var graph = GraphFactory.createGraphMem();
        GraphUtil.addInto(graph, Tables.KNOWN);
        RDFDataMgr.read(graph, new StringReader("""
                        @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                        <area/440999> a pg:County ; rdfs:label "金秀县"@zh-Hans ; pg:within <area/440900> .
                        <area/451399> a pg:County ; rdfs:label "金秀县"@zh-Hans ; pg:within <area/451300> .
                        """), Namespaces.ID, Lang.TURTLE);
        var template = TableTemplate.find("county-pairings").orElseThrow();
        var table = "支援方代码,受援方,协作,状态,证据\n440902,%s,茂名来宾协作,实际," + EVIDENCE + "\n";

        assertThat(Tables.refused(template.convert(
                        table.formatted("金秀县").getBytes(StandardCharsets.UTF_8), graph, Namespaces.ID)))
                .singleElement()
                .asString()
                .startsWith("2B: several are called so")
                .contains("area/440999")
                .contains("area/451399");
        assertThat(template.convert(table.formatted("茂名市金秀县").getBytes(StandardCharsets.UTF_8), graph, Namespaces.ID))
                .isInstanceOf(Conversion.Converted.class);
    }

    @Test
    void aThousandMistakesAreShownAndTheRestCounted() {
        var rows = IntStream.range(0, 1500)
                .mapToObj(row -> "1,451324,茂名来宾协作,实际," + EVIDENCE)
                .collect(Collectors.joining("\n"));

        var refused = (Conversion.Refused) Tables.convert("county-pairings", HEADER + rows);

        assertThat(refused.problems()).hasSize(1000);
        assertThat(refused.more()).isEqualTo(500);
    }

    @Test
    void everyColumnHasItsOwnNames() {
        for (var template : TableTemplate.all()) {
            var names = Stream.concat(template.needs().stream().flatMap(List::stream), template.options().stream())
                    .flatMap(Column::names)
                    .toList();
            assertThat(names).as(template.name()).doesNotHaveDuplicates();
        }
    }
}
