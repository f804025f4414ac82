package org.pairgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceReaderTest {
    private static final Path CASES = Path.of("src/test/resources/ingest");
    private static final String PREFIX = "@prefix ex: <https://example.org/> .\n";

    static Stream<Path> cases() throws IOException {
        try (var cases = Files.list(CASES)) {
            return cases.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFileIsReportedAsItsFolderSays(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var input = files.filter(file -> file.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow();

            var report = report(SourceReader.read(input));

            assertThat(report).isEqualTo(Files.readString(folder.resolve("expected.txt")));
        }
    }

    @Test
    void fiftyMistakesAreFiftyErrorsOnTheirLines() throws IOException {
        var file = CASES.resolve("fifty-mistakes/input.ttl");
        var text = Files.readAllLines(file);
        var marked = IntStream.range(0, text.size())
                .filter(i -> text.get(i).contains("#!"))
                .mapToObj(i -> i + 1L)
                .toList();

        var errors = errors(SourceReader.read(file));

        assertThat(marked).hasSize(50);
        assertThat(errors).extracting(SyntaxError::line).containsExactlyElementsOf(marked);
    }

    @Test
    void aTextInGbkIsOneErrorThatNamesTheEncoding() throws IOException {
        var bytes = (PREFIX + "ex:a ex:b \"广东省\" .\nex:c ex:d \"广西\" .\n").getBytes(Charset.forName("GB18030"));

        assertThat(errors(read(bytes, RdfFormat.TURTLE))).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.column()).isEqualTo(12);
            assertThat(error.message()).contains("GB18030").contains("UTF-8");
        });
    }

    @Test
    void oneWrongByteIsOneErrorAtItsPlace() throws IOException {
        var bytes = (PREFIX + "ex:a ex:b \"广东省\" .\nex:c ex:d \"x\u0000\" .\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? (byte) 0xFF : bytes[i];
        }

        assertThat(errors(read(bytes, RdfFormat.TURTLE))).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.column()).isEqualTo(13);
            assertThat(error.excerpt()).startsWith("ex:c ex:d \"x");
        });
    }

    @Test
    void filesThatAreNoTextAreOneClearError() throws IOException {
        assertThat(errors(read(new byte[] {'P', 'K', 3, 4, 0}, RdfFormat.TURTLE)))
                .singleElement()
                .extracting(SyntaxError::message)
                .asString()
                .contains("xlsx");
        assertThat(errors(read("ex:a".getBytes(StandardCharsets.UTF_16), RdfFormat.TURTLE)))
                .singleElement()
                .extracting(SyntaxError::message)
                .asString()
                .contains("UTF-16");
        assertThat(errors(read(new byte[] {'a', 0, 'b'}, RdfFormat.TURTLE))).hasSize(1);
        for (var unmarked : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(errors(read((PREFIX + "ex:a ex:b \"广东\" .").getBytes(unmarked), RdfFormat.TURTLE)))
                    .singleElement()
                    .extracting(SyntaxError::message)
                    .asString()
                    .contains("UTF-16");
        }
    }

    @Test
    void readingStopsAfterAThousandErrorsAndSaysSo() throws IOException {
        var errors = errors(read(PREFIX + "ex:a ex:b .\n".repeat(1_500)));

        assertThat(errors).hasSize(1_001);
        assertThat(errors.getLast().message()).contains("1,000");
    }

    @Test
    void jsonThatNestsWithoutEndIsRefusedWhereItIsTooDeep() throws IOException {
        assertThat(errors(bytes("[".repeat(100_000), RdfFormat.JSON_LD)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.message()).isEqualTo("Brackets are nested more than 100 deep");
                    assertThat(error.line()).isEqualTo(1);
                    assertThat(error.column()).isBetween(100L, 102L);
                });
    }

    @Test
    void limitsAreErrorsThatNameThem() throws IOException {
        var small = new ReadLimits(1_000, 5, 1_000, 3, 20, 60, 1_000, 10);

        assertThat(messages("ex:a ex:b [ ex:c [ ex:d [ ex:e 1 ] ] ] .", small)).contains("more than 3 deep");
        assertThat(messages("ex:a ex:b \"" + "x".repeat(21) + "\" .", small)).contains("at most 20");
        assertThat(messages("ex:a ex:b <https://example.org/" + "x".repeat(60) + "> .", small))
                .contains("at most 60");
        assertThat(messages("#" + "x".repeat(1_001), small)).contains("at most 1,000");
        assertThat(SourceReader.read(
                        new ByteArrayInputStream(
                                (PREFIX + "ex:a ex:b 1 , 2 , 3 , 4 , 5 .").getBytes(StandardCharsets.UTF_8)),
                        RdfFormat.TURTLE,
                        small))
                .isInstanceOf(Reading.Read.class);
        assertThat(messages("ex:a ex:b 1 , 2 , 3 , 4 , 5 , 6 .", small)).contains("more than 5 triples");
    }

    @Test
    void aLongFileIsReadAsAShortOneIs() throws IOException {
        var lines = IntStream.range(0, 20_000).mapToObj("ex:a%d ex:b 1 , [ ex:c 2 ] ."::formatted);
        var text = PREFIX + lines.collect(Collectors.joining("\n"));

        assertThat(read(text)).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.content().size()).isEqualTo(40_001);
            var subject = NodeFactory.createURI("https://example.org/a15000");
            var stated = G.find(read.content(), subject, null, null).toList();
            assertThat(stated).hasSize(2).allMatch(triple -> read.lines().of(triple) == 15_002);
        });
    }

    @Test
    void whatIsRefusedFarDownALongFileIsToldWithItsPlace() throws IOException {
        var good = "ex:a ex:b 1 .\n".repeat(20_000);
        var few = new ReadLimits(1_000_000, 25_000, 1_000, 3, 200, 60, 1_000, 10);

        var refused =
                errors(read(PREFIX + good + "ex:a <https://w3id.org/pairgraph/ontology#supports> ex:b .\n" + good));

        assertThat(refused).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(20_002);
            assertThat(error.message()).contains("cannot be stated");
        });
        assertThat(messages(good + good, few)).contains("more than 25,000 triples");
        assertThat(errors(read(PREFIX + good + "ex:a ex:b .\n" + good)))
                .singleElement()
                .extracting(SyntaxError::line)
                .isEqualTo(20_002L);
    }

    @Test
    void treesOfBlankNodesGetTheSameNamesInAnyOrder() throws IOException {
        var one = read(PREFIX + "ex:a ex:b [ ex:c 1 ; ex:d ( 2 3 ) ] .");
        var other = read(PREFIX + "_:x ex:d _:l ; ex:c 1 . ex:a ex:b _:x, [ ex:d ( 2 3 ) ; ex:c 1 ] .\n"
                + "_:m <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 3 ;"
                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> () .\n"
                + "_:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:m ;"
                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 2 .");

        assertThat(one)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(other)
                                .isInstanceOfSatisfying(
                                        Reading.Read.class,
                                        same -> assertThat(read.content().isIsomorphicWith(same.content()))
                                                .isTrue()));
    }

    @Test
    void aLongListIsNamedWithoutRecursion() throws IOException {
        var list = IntStream.range(0, 50_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));

        assertThat(read(PREFIX + "ex:a ex:b (" + list + ") ."))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.content().size()).isEqualTo(100_001));
    }

    @Test
    void nothingIsEverFetched() throws IOException {
        var requests = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        try {
            assertThat(errors(bytes("{\"@context\": \"" + url + "c\", \"@id\": \"x\"}", RdfFormat.JSON_LD)))
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).contains(url + "c"));
            for (var context : List.of("[{}, \"" + url + "c\"]", "{\"@import\": \"" + url + "c\"}")) {
                assertThat(errors(bytes("{\"@context\": " + context + "}", RdfFormat.JSON_LD)))
                        .hasSize(1);
            }
            var rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&e;</rdf:RDF>";
            for (var type : List.of(
                    "<!DOCTYPE r SYSTEM \"" + url + "d\">",
                    "<!DOCTYPE r [<!ENTITY e SYSTEM \"" + url + "e\">]>",
                    "<!DOCTYPE r [<!ENTITY % p SYSTEM \"" + url + "p\"> %p;]>")) {
                assertThat(errors(bytes(type + rdf, RdfFormat.RDF_XML)))
                        .singleElement()
                        .satisfies(error -> assertThat(error.message()).contains("DOCTYPE"));
            }
            assertThat(read("@base <" + url + "> .\n<a> <b> <c> .")).isInstanceOf(Reading.Read.class);
        } finally {
            server.stop(0);
        }

        assertThat(requests).hasValue(0);
    }

    @Test
    void theBundledSourcesAreReadWithoutAWarning() throws IOException {
        for (var source : new Bundle(Path.of("")).sources()) {
            for (var file : source.files()) {
                assertThat(report(SourceReader.read(file))).startsWith("triples ");
            }
        }
    }

    @Test
    void formatsAreFoundByEndingContentTypeAndName() {
        assertThat(RdfFormat.ofFileName("a.b.TTL")).isEqualTo(RdfFormat.TURTLE);
        assertThat(RdfFormat.ofContentType("application/ld+json; charset=utf-8"))
                .isEqualTo(RdfFormat.JSON_LD);
        assertThat(RdfFormat.ofName("n-quads")).isEqualTo(RdfFormat.N_QUADS);
        assertThatThrownBy(() -> RdfFormat.ofName("csv"))
                .hasMessageContaining("\"csv\"")
                .hasMessageContaining("Turtle");
    }

    @Test
    void anUnknownTermIsNamedWithItsLineAndTheNearestOne() throws IOException {
        var read = (Reading.Read) read("@prefix pg: <https://w3id.org/pairgraph/ontology#> .\n" + PREFIX
                + "ex:a a pg:Pairring ;\n pg:suporter ex:b ;\n pg:zzzzzzzz 1 ;\n pg:naam 2 .\n");
        var terms = new UnknownTerms(Stream.of("Pairing", "supporter", "Base")
                .map("https://w3id.org/pairgraph/ontology#"::concat)
                .collect(Collectors.toSet()));

        assertThat(terms.in(read))
                .extracting(term -> term.line() + " " + term.iri().replaceFirst(".*#", "") + " "
                        + term.nearest().orElse("-").replaceFirst(".*#", ""))
                .containsExactly("3 Pairring Pairing", "4 suporter supporter", "5 zzzzzzzz -", "6 naam -");
    }

    private static String messages(String text, ReadLimits limits) throws IOException {
        var bytes = (PREFIX + text).getBytes(StandardCharsets.UTF_8);
        return errors(SourceReader.read(new ByteArrayInputStream(bytes), RdfFormat.TURTLE, limits)).stream()
                .map(SyntaxError::message)
                .collect(Collectors.joining("\n"));
    }

    private static Reading read(String turtle) throws IOException {
        return bytes(turtle, RdfFormat.TURTLE);
    }

    private static Reading bytes(String text, RdfFormat format) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), format);
    }

    private static Reading read(byte[] bytes, RdfFormat format) throws IOException {
        return SourceReader.read(new ByteArrayInputStream(bytes), format, ReadLimits.DEFAULT);
    }

    private static List<SyntaxError> errors(Reading reading) {
        return switch (reading) {
            case Reading.Unreadable unreadable -> unreadable.errors();
            case Reading.Read read -> throw new AssertionError("It was read: " + read.content());
        };
    }

    /** Errors and warnings with their places, or the number of triples and each with its line. */
    private static String report(Reading reading) {
        return switch (reading) {
            case Reading.Unreadable unreadable ->
                unreadable.errors().stream()
                        .map(error -> "%d:%d %s | %s\n"
                                .formatted(error.line(), error.column(), error.message(), error.excerpt()))
                        .collect(Collectors.joining());
            case Reading.Read read ->
                read.warnings().stream()
                                .map(warning -> "warning %d %s\n".formatted(warning.line(), warning.message()))
                                .collect(Collectors.joining())
                        + "triples " + read.content().size() + "\n"
                        + (read.content().size() > 20
                                ? ""
                                : read.content().find().toList().stream()
                                        .map(triple -> read.lines().of(triple) + " " + triple + "\n")
                                        .sorted()
                                        .collect(Collectors.joining()));
        };
    }
}
