package org.pairgraph.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

class PassagesTest {
    private static final Node DOCUMENT = NodeFactory.createURI(Namespaces.ID + "document/tale");
    private static final Node EVIDENCE = NodeFactory.createURI(Namespaces.ID + "evidence/tale/made");
    private static final Node SELECTOR = NodeFactory.createURI(EVIDENCE.getURI() + "#selector");

    /** Two lines; 𠀀 and 🐎 are beyond the BMP. Offsets: 甲 0, 𠀀 1, LF 2, 白 3, 🐎 4, 九 5, 匹 6, LF 7. */
    private static final String TALE = "甲𠀀\n白🐎九匹\n";

    private static final Place HORSES = new Place(3, 7, 2, 2, sha256("白🐎九匹"));

    @TempDir
    private Path folder;

    @Test
    void offsetsAreCodePointsAndNotChars() throws IOException {
        write("tale.txt", TALE);

        assertThat(find(TALE, HORSES)).isInstanceOf(Finding.Found.class);
        assertThat(passage(TALE, HORSES)).hasValue("白🐎九匹");
    }

    @Test
    void aByteOrderMarkIsACodePoint() throws IOException {
        write("tale.txt", "\uFEFF" + TALE);

        assertThat(find("\uFEFF" + TALE, new Place(4, 8, 2, 2, HORSES.digest())))
                .isInstanceOf(Finding.Found.class);
        assertThat(find("\uFEFF" + TALE, HORSES)).isInstanceOf(Finding.Drifted.class);
    }

    @Test
    void aCarriageReturnIsACodePointOfItsLine() throws IOException {
        var text = "ab\r\ncd\r\nef";
        write("tale.txt", text);

        assertThat(find(text, new Place(4, 6, 2, 2, sha256("cd")))).isInstanceOf(Finding.Found.class);
        assertThat(find(text, new Place(1, 5, 1, 2, sha256("b\r\nc")))).isInstanceOf(Finding.Found.class);
        assertThat(find(text, new Place(0, 4, 1, 1, sha256("ab\r\n")))).isInstanceOf(Finding.Found.class);
    }

    @Test
    void theLastCodePointMayBePartOfAPassage() throws IOException {
        write("tale.txt", "abc");

        assertThat(find("abc", new Place(0, 3, 1, 1, sha256("abc")))).isInstanceOf(Finding.Found.class);
        assertThat(find("abc", new Place(0, 4, 1, 1, sha256("abc"))))
                .isEqualTo(new Finding.OutOfBounds(EVIDENCE.getURI(), new Place(0, 4, 1, 1, sha256("abc")), 3));
    }

    @Test
    void anInsertionBeforeThePassageIsADriftThatSaysWhere() throws IOException {
        var longer = "🐎新的\n" + TALE;
        write("tale.txt", longer);

        assertThat(find(longer, HORSES))
                .isInstanceOfSatisfying(
                        Finding.Drifted.class,
                        drifted -> assertThat(drifted.elsewhere()).hasValue(new Place(7, 11, 3, 3, HORSES.digest())));
        assertThat(passage(longer, HORSES)).isEmpty();
    }

    @Test
    void aDriftNamesTheNearestOfSeveralPlaces() throws IOException {
        var text = "ab" + "x".repeat(3000) + "ab" + "x".repeat(100) + "?";
        write("tale.txt", text);

        assertThat(find(text, new Place(3050, 3052, 1, 1, sha256("ab"))))
                .isInstanceOfSatisfying(
                        Finding.Drifted.class,
                        drifted -> assertThat(drifted.elsewhere()).hasValue(new Place(3002, 3004, 1, 1, sha256("ab"))));
    }

    @Test
    void aPassageThatIsGoneIsADriftToNowhere() throws IOException {
        write("tale.txt", TALE.replace("九", "十"));

        assertThat(find(TALE.replace("九", "十"), HORSES))
                .isInstanceOfSatisfying(
                        Finding.Drifted.class,
                        drifted -> assertThat(drifted.elsewhere()).isEmpty());
    }

    @Test
    void anOffsetFarIntoALongTextIsFound() throws IOException {
        var text = "🐎x\n".repeat(5000) + "here";
        write("tale.txt", text);

        assertThat(find(text, new Place(15000, 15004, 5001, 5001, sha256("here"))))
                .isInstanceOf(Finding.Found.class);
        assertThat(find(text, new Place(3072, 3074, 1025, 1025, sha256("🐎x")))).isInstanceOf(Finding.Found.class);
    }

    @Test
    void otherLinesAreSaidAndThePassageIsStillShown() throws IOException {
        write("tale.txt", TALE);
        var stated = new Place(3, 7, 1, 1, HORSES.digest());

        assertThat(find(TALE, stated)).isEqualTo(new Finding.LinesDiffer(EVIDENCE.getURI(), stated, HORSES));
        assertThat(passage(TALE, stated)).hasValue("白🐎九匹");
    }

    @Test
    void aTruncatedFileIsMissingAndItsNamesakeIsNoted() throws IOException {
        write("tale.txt", TALE.substring(0, 4));

        assertThat(find(TALE, HORSES)).isInstanceOfSatisfying(Finding.DocumentMissing.class, missing -> {
            assertThat(missing.sameName()).isTrue();
            assertThat(missing.document().digest()).isEqualTo(sha256(TALE));
            assertThat(missing.document().name()).hasValue("tale.txt");
        });
    }

    @Test
    void aNewDigestOfATruncatedFileLeavesThePassageOutOfBounds() throws IOException {
        var half = TALE.substring(0, 4);
        write("tale.txt", half);

        assertThat(find(half, HORSES)).isEqualTo(new Finding.OutOfBounds(EVIDENCE.getURI(), HORSES, 3));
        assertThat(passage(half, HORSES)).isEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsSaidWithItsByte() throws IOException {
        byte[] bytes = {'a', 'b', (byte) 0xB0, (byte) 0xA1};
        Files.write(folder.resolve("tale.txt"), bytes);
        var graph = graph(Sha256.of(bytes), "tale.txt", HORSES);

        assertThat(Passages.in(folder).find(graph, EVIDENCE)).isInstanceOfSatisfying(Finding.NotUtf8.class, binary -> {
            assertThat(binary.file()).isEqualTo("tale.txt");
            assertThat(binary.position()).isEqualTo(2);
        });
        assertThat(Passages.in(folder).passage(graph, EVIDENCE)).isEmpty();
        assertThat(Passages.in(folder).locate(graph, "tale.txt", "ab")).isInstanceOf(Location.NotUtf8.class);
    }

    @Test
    void aFileThatEndsWithinACharacterIsNotUtf8() throws IOException {
        byte[] bytes = {'a', (byte) 0xE4, (byte) 0xB8};
        Files.write(folder.resolve("tale.txt"), bytes);

        assertThat(Passages.in(folder).find(graph(Sha256.of(bytes), "tale.txt", HORSES), EVIDENCE))
                .isInstanceOfSatisfying(
                        Finding.NotUtf8.class,
                        binary -> assertThat(binary.position()).isEqualTo(1));
    }

    @Test
    void ofTwoFilesAlikeTheFirstByNameIsTaken() throws IOException {
        write("b.txt", TALE);
        write("a.txt", TALE);

        var report = Passages.in(folder).check(graph(sha256(TALE), "tale.txt", HORSES));

        assertThat(report.documents()).singleElement().satisfies(document -> {
            assertThat(document.file()).hasValue("a.txt");
            assertThat(document.found()).isEqualTo(1);
        });
    }

    @Test
    void aNameInTheDataIsNeverAPath() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "other", UTF_8);
        var texts = Files.createDirectory(folder.resolve("texts"));

        for (var name : List.of("../../etc/passwd", "../secret.txt", secret.toString(), "/etc/passwd")) {
            var finding = Passages.in(texts).find(graph(sha256("other"), name, HORSES), EVIDENCE);
            assertThat(finding).isInstanceOfSatisfying(Finding.DocumentMissing.class, missing -> {
                assertThat(missing.sameName()).isFalse();
                assertThat(missing.document().name()).hasValue(name);
            });
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("outside.txt"), TALE, UTF_8);
        var texts = Files.createDirectory(folder.resolve("texts"));
        Files.createSymbolicLink(texts.resolve("tale.txt"), folder.resolve("outside.txt"));
        Files.createSymbolicLink(texts.resolve("dangling.txt"), folder.resolve("nothing.txt"));
        Files.createSymbolicLink(texts.resolve("up"), folder);

        var passages = Passages.in(texts);

        assertThat(passages.find(graph(sha256(TALE), "tale.txt", HORSES), EVIDENCE))
                .isInstanceOf(Finding.DocumentMissing.class);
        assertThat(passages.remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark).contains("dangling.txt").contains("cannot be read"),
                        remark -> assertThat(remark).contains("tale.txt").contains("leads out"),
                        remark -> assertThat(remark).contains("up").contains("leads out"));
    }

    @Test
    void aLinkWithinTheFolderIsAFileOfIt() throws IOException {
        write("tale.txt", TALE);
        Files.createSymbolicLink(folder.resolve("also.txt"), folder.resolve("tale.txt"));

        assertThat(Passages.in(folder).remarks()).isEmpty();
        assertThat(find(TALE, HORSES)).isInstanceOf(Finding.Found.class);
    }

    @Test
    void subfoldersAreNotEntered() throws IOException {
        Files.createDirectory(folder.resolve("below"));
        Files.writeString(folder.resolve("below/tale.txt"), TALE, UTF_8);

        assertThat(find(TALE, HORSES)).isInstanceOf(Finding.DocumentMissing.class);
    }

    @Test
    void aFileThatIsTooLargeIsLeftOutWithARemark() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("huge.txt").toFile(), "rw")) {
            file.setLength(DocumentFolder.LARGEST + 1);
        }

        assertThat(Passages.in(folder).remarks())
                .singleElement()
                .asString()
                .contains("huge.txt")
                .contains("64 MiB");
    }

    @Test
    void anEmptyFolderHasNoDocument() {
        assertThat(find(TALE, HORSES)).isInstanceOf(Finding.DocumentMissing.class);
        assertThat(passage(TALE, HORSES)).isEmpty();
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        var missing = folder.resolve("nowhere");

        assertThatThrownBy(() -> Passages.in(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("--documents");
    }

    @Test
    void aFileThatChangedSinceTheStartIsNotShown() throws IOException {
        write("tale.txt", TALE);
        var passages = Passages.in(folder);
        write("tale.txt", TALE.replace("甲", "乙"));

        assertThat(passages.passage(graph(sha256(TALE), "tale.txt", HORSES), EVIDENCE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "hasSelector", "start", "end", "startLine", "endLine", "passageDigest"})
    void aMissingPropertyIsNamed(String name) throws IOException {
        write("tale.txt", TALE);
        var graph = graph(sha256(TALE), "tale.txt", HORSES);
        graph.find()
                .filterKeep(triple -> triple.getPredicate().getURI().matches(".*[/#]" + name))
                .toList()
                .forEach(graph::delete);

        assertThat(Passages.in(folder).check(graph).documents().stream()
                        .flatMap(document -> document.findings().stream()))
                .singleElement()
                .isInstanceOfSatisfying(Finding.Malformed.class, malformed -> {
                    assertThat(malformed.property()).endsWith(":" + name);
                    assertThat(malformed.problem()).contains("is missing");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "99999999999", "1.5", ""})
    void aStartThatIsNoOffsetIsShown(String start) throws IOException {
        write("tale.txt", TALE);
        var graph = graph(sha256(TALE), "tale.txt", HORSES);
        graph.remove(SELECTOR, OA.start.asNode(), Node.ANY);
        graph.add(SELECTOR, OA.start.asNode(), NodeFactory.createLiteralDT(start, XSDDatatype.XSDinteger));

        assertThat(Passages.in(folder).find(graph, EVIDENCE))
                .isInstanceOfSatisfying(
                        Finding.Malformed.class,
                        malformed -> assertThat(malformed.problem()).contains("\"" + start + "\""));
    }

    @Test
    void aDoubledDigestIsMalformed() throws IOException {
        write("tale.txt", TALE);
        var graph = graph(sha256(TALE), "tale.txt", HORSES);
        graph.add(DOCUMENT, PG.textDigest, NodeFactory.createLiteralString(sha256("other")));

        assertThat(Passages.in(folder).find(graph, EVIDENCE))
                .isInstanceOfSatisfying(Finding.Malformed.class, malformed -> {
                    assertThat(malformed.property()).isEqualTo("pg:textDigest");
                    assertThat(malformed.problem()).contains("2 values");
                });
    }

    @Test
    void anEmptySpanIsMalformed() throws IOException {
        write("tale.txt", TALE);

        assertThat(find(TALE, new Place(3, 3, 2, 2, sha256("")))).isInstanceOf(Finding.Malformed.class);
    }

    @Test
    void evidenceThatNobodyDescribesIsReported() {
        var graph = GraphFactory.createGraphMem();
        graph.add(NodeFactory.createURI("x:claim"), PG.evidence, EVIDENCE);

        var report = Passages.in(folder).check(graph);

        assertThat(report.passages()).isEqualTo(1);
        assertThat(report.found()).isZero();
    }

    @Test
    void manyThreadsReadTheSamePassages() throws Exception {
        var text = "🐎一二\n".repeat(3000);
        write("tale.txt", text);
        var passages = Passages.in(folder);
        List<Callable<String>> readings = new ArrayList<>();
        for (int line = 0; line < 400; line++) {
            int start = line * 4 % 12_000;
            var graph = graph(sha256(text), "tale.txt", new Place(start, start + 3, 1, 1, sha256("🐎一二")));
            readings.add(() -> passages.passage(graph, EVIDENCE).orElse("none"));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(readings).stream()
                    .map(PassagesTest::answer)
                    .toList();
            assertThat(answers).hasSize(400).containsOnly("🐎一二");
        }
    }

    @Test
    void wordsAreLocatedAcrossEveryWhiteSpace() throws IOException {
        var text = "头\u3000一\n贰\u00A0拾\r\n\t所🐎尾";
        write("tale.txt", text);

        var location = locate(text, "一 贰拾所\u2003🐎");

        assertThat(location)
                .isInstanceOfSatisfying(
                        Location.At.class,
                        at -> assertThat(at.places())
                                .containsExactly(new Place(2, 12, 1, 3, sha256("一\n贰\u00A0拾\r\n\t所🐎"))));
    }

    @Test
    void whatLocateWritesIsFoundByCheck() throws IOException {
        var text = "xx 九匹🐎 yy\n九 匹🐎";
        write("tale.txt", text);
        var graph = graph(sha256(text), "tale.txt", new Place(0, 2, 1, 1, sha256("xx")));

        var at = (Location.At) Passages.in(folder).locate(graph, "tale.txt", "九匹🐎");
        at.evidence().find().forEach(graph::add);
        var report = Passages.in(folder).check(graph);

        assertThat(at.places()).extracting(Place::start).containsExactly(3, 10);
        assertThat(at.evidence()
                        .contains(
                                NodeFactory.createURI(Namespaces.ID + "evidence/tale/10-14"),
                                OA.hasSelector.asNode(),
                                NodeFactory.createURI(Namespaces.ID + "evidence/tale/10-14#selector")))
                .isTrue();
        assertThat(report.found()).isEqualTo(3);
        assertThat(report.passages()).isEqualTo(3);
    }

    @Test
    void placesMayOverlap() throws IOException {
        write("tale.txt", "aaa");

        assertThat(locate("aaa", "aa"))
                .isInstanceOfSatisfying(
                        Location.At.class,
                        at -> assertThat(at.places()).extracting(Place::start).containsExactly(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tale.txt", "A tale", "document/tale", "tale", "https://w3id.org/pairgraph/id/document/tale"})
    void aDocumentHasManyNames(String name) throws IOException {
        write("tale.txt", TALE);

        assertThat(Passages.in(folder).locate(graph(sha256(TALE), "tale.txt", HORSES), name, "九匹"))
                .isInstanceOf(Location.At.class);
    }

    @Test
    void anUnknownDocumentIsAnsweredWithTheKnownOnes() throws IOException {
        write("tale.txt", TALE);

        assertThat(Passages.in(folder).locate(graph(sha256(TALE), "tale.txt", HORSES), "../tale.txt", "九匹"))
                .isInstanceOfSatisfying(
                        Location.NoSuchDocument.class,
                        unknown -> assertThat(unknown.known())
                                .extracting(Document::iri)
                                .containsExactly(DOCUMENT.getURI()));
    }

    @Test
    void aNameOfTwoDocumentsIsAmbiguous() throws IOException {
        write("tale.txt", TALE);
        var graph = graph(sha256(TALE), "tale.txt", HORSES);
        var other = NodeFactory.createURI(Namespaces.ID + "document/other");
        graph.add(other, PG.textDigest, NodeFactory.createLiteralString(sha256("other")));
        graph.add(other, RDFS.label.asNode(), NodeFactory.createLiteralString("tale"));

        assertThat(Passages.in(folder).locate(graph, "tale", "九匹")).isInstanceOf(Location.Ambiguous.class);
    }

    @Test
    void wordsThatStandNowhereAreAnsweredWithTheirLongestBeginning() throws IOException {
        write("tale.txt", TALE);

        assertThat(locate(TALE, "白🐎 九条"))
                .isInstanceOfSatisfying(
                        Location.Nowhere.class,
                        nowhere -> assertThat(nowhere.longest())
                                .hasValue(
                                        new Location.Beginning("白🐎九", new Place(3, 6, 2, 2, sha256("白🐎九")), "匹\n")));
        assertThat(locate(TALE, "zzz"))
                .isInstanceOfSatisfying(
                        Location.Nowhere.class,
                        nowhere -> assertThat(nowhere.longest()).isEmpty());
    }

    @Test
    void aPassageHasAtMostFourHundredCodePoints() throws IOException {
        var text = "🐎".repeat(400) + "。" + "a" + " ".repeat(400) + "b";
        write("tale.txt", text);

        assertThat(locate(text, "🐎".repeat(400)))
                .isInstanceOfSatisfying(
                        Location.At.class, at -> assertThat(at.places()).hasSize(1));
        assertThat(locate(text, "🐎".repeat(401))).isEqualTo(new Location.TooLong(401));
        assertThat(locate(text, "ab")).isInstanceOfSatisfying(Location.At.class, at -> {
            assertThat(at.places()).isEmpty();
            assertThat(at.tooLong()).isEqualTo(1);
        });
    }

    @Test
    void halfACharacterStandsNowhere() throws IOException {
        write("tale.txt", TALE);

        assertThat(locate(TALE, "🐎".substring(1))).isInstanceOf(Location.Nowhere.class);
    }

    @Test
    void onlyWhiteSpaceIsRefused() {
        assertThatThrownBy(() -> locate(TALE, " \u3000\u00A0")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String answer(Future<String> reading) {
        return reading.resultNow();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private Finding find(String text, Place stated) {
        return Passages.in(folder).find(graph(sha256(text), "tale.txt", stated), EVIDENCE);
    }

    private Optional<String> passage(String text, Place stated) {
        return Passages.in(folder).passage(graph(sha256(text), "tale.txt", stated), EVIDENCE);
    }

    private Location locate(String text, String words) {
        return Passages.in(folder).locate(graph(sha256(text), "tale.txt", HORSES), "tale.txt", words);
    }

    private static Graph graph(String textDigest, String name, Place stated) {
        var graph = GraphFactory.createGraphMem();
        graph.add(DOCUMENT, PG.textDigest, NodeFactory.createLiteralString(textDigest));
        graph.add(DOCUMENT, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(name));
        graph.add(DOCUMENT, RDFS.label.asNode(), NodeFactory.createLiteralLang("A tale", "en"));
        graph.add(NodeFactory.createURI("x:claim"), PG.evidence, EVIDENCE);
        graph.add(EVIDENCE, PG.document, DOCUMENT);
        graph.add(EVIDENCE, OA.hasSelector.asNode(), SELECTOR);
        graph.add(EVIDENCE, PG.startLine, number(stated.startLine()));
        graph.add(EVIDENCE, PG.endLine, number(stated.endLine()));
        graph.add(EVIDENCE, PG.passageDigest, NodeFactory.createLiteralString(stated.digest()));
        graph.add(SELECTOR, OA.start.asNode(), number(stated.start()));
        graph.add(SELECTOR, OA.end.asNode(), number(stated.end()));
        return graph;
    }

    private static Node number(int number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }

    private static String sha256(String text) {
        return Sha256.of(text);
    }
}
