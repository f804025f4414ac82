package org.pairgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.ingest.ImportPlan.Lookalike;
import org.pairgraph.ingest.ImportPlan.Triples;
import org.pairgraph.ingest.UnknownTerms.UnknownTerm;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;
import org.pairgraph.vocab.PG;

class ImporterTest {
    private static final SourceName OFFICE = new SourceName("office");
    private static final SourceName OTHER = new SourceName("other");
    private static final int MANY = 6_000;
    private static final String PREFIXES = """
            @prefix pg: <https://w3id.org/pairgraph/ontology#> .
            @prefix pgc: <https://w3id.org/pairgraph/code/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            """;
    private static final String REGION = """
            <area/450000> a pg:Province ; rdfs:label "广西"@zh-Hans , "Guangxi"@en ; pg:adminCode "450000" .
            <area/450200> a pg:City ; rdfs:label "柳州市"@zh-Hans , "Liuzhou City"@en ; pg:adminCode "450200" ; pg:within <area/450000> .
            """;
    private static final String COUNTY = """
            <area/450225> a pg:County ; rdfs:label "融水苗族自治县"@zh-Hans , "Rongshui Miao Autonomous County"@en ;
              pg:adminCode "450225" ; pg:countyType pgc:autonomous-county ; pg:within <area/450200> .
            """;

    @TempDir
    private Path folder;

    private PairStore store;
    private Importer importer;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("home/data"));
        FileUtils.copyDirectory(
                Path.of("ontology").toFile(), folder.resolve("home/ontology").toFile());
        start();
        importer.release();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPlanSaysWhatWouldChangeAndWritesNothing() throws IOException {
        var plan = plan(OFFICE, REGION + COUNTY);

        assertThat(plan.shapeResults()).isEmpty();
        assertThat(plan.applicable()).isTrue();
        assertThat(plan.triples()).isEqualTo(new Triples(15, 0, 0));
        assertThat(plan.totals().before().parties()).isEmpty();
        assertThat(plan.totals().after().parties())
                .containsExactly(entry("City", 1L), entry("County", 1L), entry("Province", 1L));
        assertThat(store.history().head()).isEqualTo(1);
    }

    @Test
    void anAppliedPlanIsTheCurrentVersionAndTheSameFileAgainChangesNothing() throws IOException {
        var applied = importer.apply(plan(OFFICE, REGION + COUNTY).id(), Consent.NONE, "ann");

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applying.Applied.class,
                        done -> assertThat(done.revision().actor()).isEqualTo("ann"));
        var again = plan(OFFICE, COUNTY + REGION);
        assertThat(again.triples()).isEqualTo(new Triples(0, 0, 15));
        assertThat(importer.apply(again.id(), Consent.NONE, "ann")).isEqualTo(new Applying.Unchanged(2));
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void aSourceThatSaysMoreThanAllBeforeIsFollowedByWhatItImplies() throws IOException {
        apply(OFFICE, REGION + COUNTY);

        apply(OTHER, "<area/450225> pg:within <area/450200> .\n" + counties("pgc:county"));

        List<Triple> within = store.read((dataset, history) -> dataset.getDefaultGraph()
                .find(Node.ANY, PG.withinTransitive, Node.ANY)
                .toList());
        assertThat(within).hasSize(1 + 2 + MANY * 2);
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void whatTheShapesSayOfManyThingsIsSaidOfEach() throws IOException {
        var plan = plan(OFFICE, REGION + counties("pgc:city"));

        assertThat(plan.shapeResults()).hasSize(MANY);
        assertThat(plan.shapeResults())
                .extracting(ShapeResult::line)
                .containsExactlyElementsOf(
                        LongStream.range(0, MANY).map(line -> line + 7).boxed().toList());
        assertThat(plan.totals().after().parties()).contains(entry("County", (long) MANY));
    }

    private static String counties(String type) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> """
                        <area/%1$d> a pg:County ; rdfs:label "县%1$d"@zh-Hans , "County %1$d"@en ; pg:adminCode "%1$d" ; pg:countyType %2$s ; pg:within <area/450200> .
                        """.formatted(500_001 + i + i / 99, type))
                .collect(Collectors.joining());
    }

    @Test
    void aPlanThatRemovesTriplesNeedsConsentToSoMany() throws IOException {
        apply(OFFICE, REGION + COUNTY);

        var plan = plan(OFFICE, REGION);

        assertThat(plan.triples().removed()).isEqualTo(6);
        assertThat(importer.apply(plan.id(), Consent.NONE, "ann")).isInstanceOf(Applying.NeedsConsent.class);
        assertThat(importer.apply(plan.id(), Consent.toRemove(5), "ann")).isInstanceOf(Applying.NeedsConsent.class);
        assertThat(store.history().head()).isEqualTo(2);
        assertThat(importer.apply(plan.id(), Consent.toRemove(6), "ann")).isInstanceOf(Applying.Applied.class);
    }

    @Test
    void aPlanThatSaysSomethingElseByNowIsStale() throws IOException {
        var first = plan(OFFICE, REGION);
        apply(OFFICE, REGION + COUNTY);

        var stale = importer.apply(first.id(), Consent.REPLACE, "ann");

        assertThat(stale)
                .isInstanceOfSatisfying(
                        Applying.Stale.class,
                        now -> assertThat(now.plan().triples()).isEqualTo(new Triples(0, 6, 9)));
        assertThat(importer.apply(first.id(), Consent.REPLACE, "ann")).isInstanceOf(Applying.Applied.class);
    }

    @Test
    void aPlanThatStillSaysTheSameIsAppliedToAChangedStore() throws IOException {
        var plan = plan(OFFICE, REGION);
        apply(
                OTHER,
                "<area/360000> a pg:Province ; rdfs:label \"江西省\"@zh-Hans , \"Jiangxi\"@en ; pg:adminCode \"360000\" .");

        assertThat(importer.apply(plan.id(), Consent.NONE, "ann")).isInstanceOf(Applying.Applied.class);
    }

    @Test
    void whatTheShapesSayNamesTheLine() throws IOException {
        var plan = plan(OFFICE, REGION + "<area/450225> a pg:County ;\n  pg:within <area/450200> .\n");

        assertThat(plan.applicable()).isFalse();
        assertThat(plan.shapeResults()).isNotEmpty().allSatisfy(result -> {
            assertThat(result.line()).isEqualTo(7);
            assertThat(result.message().zh()).isNotBlank();
        });
        assertThat(importer.apply(plan.id(), Consent.NONE, "ann")).isInstanceOf(Applying.NotApplicable.class);
        assertThat(store.history().head()).isEqualTo(1);
    }

    @Test
    void shapesAreHeldAgainstWhatPointsAtAChangeToo() throws IOException {
        apply(OFFICE, REGION);
        apply(OTHER, COUNTY);

        var plan = plan(OFFICE, REGION.replace("a pg:City", "a pg:Village"));

        assertThat(plan.shapeResults())
                .extracting(ShapeResult::focusNode)
                .contains("https://w3id.org/pairgraph/id/area/450225");
    }

    @Test
    void anUnknownTermComesWithTheNearestOne() throws IOException {
        var plan = plan(OFFICE, REGION + "<area/450000> pg:admincode \"450000\" .");

        assertThat(plan.applicable()).isFalse();
        assertThat(plan.unknownTerms())
                .containsExactly(new UnknownTerm(
                        "https://w3id.org/pairgraph/ontology#admincode",
                        7,
                        Optional.of("https://w3id.org/pairgraph/ontology#adminCode"),
                        Optional.empty()));
    }

    @Test
    void newPartiesThatLookLikeKnownOnesAreTold() throws IOException {
        apply(OFFICE, REGION + COUNTY);

        var plan = plan(OTHER, """
                <area/1> a pg:County ; rdfs:label "某县"@zh-Hans , "Some County"@en ; pg:adminCode "450225" ; pg:countyType pgc:county-proper ; pg:within <area/450000> .
                <area/2> a pg:County ; rdfs:label "融水苗族自治縣"@zh-Hans , "Other"@en ; pg:within <area/450200> .
                <area/3> a pg:County ; rdfs:label "榕水县"@zh-Hans , "Rong Shui Miao Autonomous County"@en ; pg:within <area/450200> .
                <area/4> a pg:County ; rdfs:label "融水苗族自治县"@zh-Hans , "Fourth"@en ; pg:within <area/450000> .
                """);

        assertThat(plan.lookalikes())
                .extracting(Lookalike::iri, Lookalike::existing, Lookalike::why)
                .containsExactly(
                        looks(1, "same code 450225"),
                        looks(2, "same name in simplified or traditional characters 融水苗族自治县"),
                        looks(3, "same pinyin Rong Shui Miao Autonomous County"));
    }

    @Test
    void thingsThatLoseTheirDescriptionAreTold() throws IOException {
        apply(OFFICE, REGION);
        apply(OTHER, COUNTY);

        assertThat(plan(OFFICE, "<area/360000> a pg:Province ; rdfs:label \"江西省\"@zh-Hans , \"Jiangxi\"@en .")
                        .dependants())
                .extracting(ImportPlan.Dependant::iri)
                .contains("https://w3id.org/pairgraph/id/area/450200");
    }

    @Test
    void anUndoThatLeavesReferencesDanglingIsRefusedUnlessAccepted() throws IOException {
        apply(OFFICE, REGION);
        apply(OTHER, COUNTY);

        assertThat(importer.undo(OFFICE, Optional.empty(), false, "bob"))
                .isInstanceOfSatisfying(
                        Undoing.Dangling.class,
                        refused -> assertThat(refused.dependants())
                                .extracting(ImportPlan.Dependant::by)
                                .contains(List.of("https://w3id.org/pairgraph/id/area/450225")));
        assertThat(store.history().head()).isEqualTo(3);
        assertThat(importer.undo(OFFICE, Optional.empty(), true, "bob")).isInstanceOf(Undoing.Undone.class);
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void theFirstOfThreeImportsCanBeTakenBack() throws IOException {
        apply(OFFICE, REGION);
        apply(OFFICE, REGION + COUNTY);
        apply(OFFICE, REGION + COUNTY.replace("450225", "450226"));

        assertThat(importer.undo(OFFICE, Optional.of(1), false, "bob")).isInstanceOf(Undoing.Undone.class);

        assertThat(store.history().findCurrent(OFFICE))
                .hasValueSatisfying(version -> assertThat(version.number()).isEqualTo(3));
        assertThat(store.history().withdrawn()).hasSize(1);
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void whatCannotBeTakenBackSaysWhy() throws IOException {
        apply(OFFICE, REGION);
        importer.undo(OFFICE, Optional.empty(), false, "bob");

        assertThat(importer.undo(OFFICE, Optional.empty(), false, "bob"))
                .isEqualTo(new Undoing.Impossible("Every version of \"office\" is withdrawn already"));
        assertThat(importer.undo(OFFICE, Optional.of(1), false, "bob"))
                .isEqualTo(new Undoing.Impossible("Version 1 of \"office\" is withdrawn already"));
        assertThat(importer.undo(OFFICE, Optional.of(9), false, "bob"))
                .isEqualTo(new Undoing.Impossible("There is no version 9 of \"office\": it has 1 to 1"));
        assertThat(importer.undo(new SourceName("nobody"), Optional.empty(), false, "bob"))
                .isEqualTo(new Undoing.Impossible("There is no source \"nobody\": there are office, ontology"));
        assertThat(importer.undo(SourceName.ONTOLOGY, Optional.empty(), true, "bob"))
                .isInstanceOf(Undoing.Impossible.class);
    }

    @Test
    void aPlanSurvivesARestart() throws IOException {
        var plan = plan(OFFICE, REGION);
        store.close();
        start();

        assertThat(importer.findPlan(plan.id())).contains(plan);
        assertThat(importer.apply(plan.id(), Consent.NONE, "ann")).isInstanceOf(Applying.Applied.class);
        assertThat(importer.findPlan(plan.id())).isEmpty();
        assertThat(importer.apply(plan.id(), Consent.NONE, "ann")).isEqualTo(new Applying.NoSuchPlan(plan.id()));
    }

    @Test
    void atMostTwentyPlansAreKept() throws IOException {
        var first = plan(OFFICE, REGION);
        for (int i = 0; i < 20; i++) {
            plan(OFFICE, REGION);
        }

        assertThat(importer.findPlan(first.id())).isEmpty();
        assertThat(folder.resolve("store/plans")).isDirectoryNotContaining("glob:**/" + first.id());
    }

    @Test
    void whatWasCutOffTakesNoPlaceOfAPlan() throws IOException {
        var first = plan(OFFICE, REGION);
        var cutOff = Files.createDirectory(folder.resolve("store/plans").resolve("0".repeat(32)));
        for (int i = 0; i < 19; i++) {
            plan(OTHER, REGION);
        }

        assertThat(importer.findPlan(first.id())).contains(first);
        assertThat(cutOff).doesNotExist();
    }

    @Test
    void aPlanThatIsStillBeingMadeDoesNotGoToMakeRoomForOthers() throws IOException {
        var slow = new SequenceInputStream(
                file("office.ttl", REGION).bytes(), new ByteArrayInputStream(COUNTY.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] into, int offset, int length) {
                        if (pos == 0) {
                            assertThatCode(() -> {
                                        for (int i = 0; i < 21; i++) {
                                            plan(OTHER, REGION);
                                        }
                                    })
                                    .doesNotThrowAnyException();
                        }
                        return super.read(into, offset, length);
                    }
                });

        var plan = importer.plan(OFFICE, List.of(new SourceFile("office.ttl", RdfFormat.TURTLE, slow)));

        assertThat(importer.apply(plan.id(), Consent.NONE, "ann")).isInstanceOf(Applying.Applied.class);
    }

    @Test
    void aPlanThatIsAppliedTwiceAtOnceIsGoneForTheSecond() throws Exception {
        var id = plan(OFFICE, REGION).id();
        var second = new FutureTask<>(() -> importer.apply(id, Consent.NONE, "bob"));
        var thread = Thread.ofPlatform().unstarted(second);

        var first = store.exclusively(() -> {
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return applied(id);
        });

        assertThat(first).isInstanceOf(Applying.Applied.class);
        assertThat(second.get()).isEqualTo(new Applying.NoSuchPlan(id));
        assertThat(store.history().head()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.json", "file-0"})
    void aPlanThatIsNoLongerWhatWasPlannedHasToBeMadeAgain(String damaged) throws IOException {
        var plan = plan(OFFICE, REGION);
        var lost = plan(OTHER, REGION);
        store.close();
        start();

        Files.writeString(folder.resolve("store/plans").resolve(plan.id()).resolve(damaged), PREFIXES + COUNTY);
        Files.delete(folder.resolve("store/plans").resolve(lost.id()).resolve(damaged));

        assertThat(applied(plan.id())).isEqualTo(new Applying.NoSuchPlan(plan.id()));
        assertThat(applied(lost.id())).isEqualTo(new Applying.NoSuchPlan(lost.id()));
        assertThat(store.history().head()).isEqualTo(1);
    }

    @Test
    void anIdThatIsNoneIsNoPath() {
        assertThat(importer.findPlan("../plans")).isEmpty();
        assertThat(importer.findPlan("")).isEmpty();
    }

    @Test
    void theOntologyChangesOnlyWithTheProgram() throws IOException {
        assertThatThrownBy(() -> plan(SourceName.ONTOLOGY, REGION)).isInstanceOf(IllegalArgumentException.class);

        var plan = plan(OFFICE, REGION + "pg:County rdfs:label \"mine\"@en .");

        assertThat(plan.applicable()).isFalse();
        assertThat(plan.syntaxErrors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(7);
            assertThat(error.message()).contains("is a term of the ontology");
        });
    }

    @Test
    void aFileWithoutTriplesIsNoImport() throws IOException {
        apply(OFFICE, REGION);

        var plan = plan(OFFICE, "");

        assertThat(plan.applicable()).isFalse();
        assertThat(plan.syntaxErrors())
                .extracting(ImportPlan.FileError::message)
                .containsExactly("There is nothing to import: a source is emptied by taking its versions back (undo)");
    }

    @Test
    void aFileAboutSomethingElseIsAskedAbout() throws IOException {
        var plan = plan(OFFICE, "<http://example.org/a> <http://xmlns.com/foaf/0.1/name> \"A\" .");

        assertThat(plan.applicable()).isTrue();
        assertThat(plan.warnings()).anyMatch(warning -> warning.contains("is it the right file?"));
    }

    @Test
    void severalFilesTogetherAreOneVersion() throws IOException {
        var plan = importer.plan(OFFICE, List.of(file("a.ttl", REGION), file("b.ttl", COUNTY)));

        importer.apply(plan.id(), Consent.NONE, "ann");

        assertThat(store.history().findCurrent(OFFICE)).hasValueSatisfying(version -> {
            assertThat(version.triples()).isEqualTo(15);
            assertThat(version.fileDigests()).hasSize(2);
        });
    }

    @Test
    void whatIsSaidOfSeveralFilesNamesTheFile() throws IOException {
        var plan = importer.plan(
                OFFICE,
                List.of(
                        file("a.ttl", REGION + "<area/450225> a pg:County ; pg:within <area/450200> .\n"),
                        file("b.ttl", "<area/450225> pg:countyType pgc:city ;\n  pg:evidence <evidence/9> .\n"),
                        file("c.ttl", "<area/450225> pg:admincode \"450225\" .\n")));

        assertThat(plan.shapeResults())
                .extracting(result -> result.file().orElse("-") + ":" + result.line())
                .containsSubsequence("a.ttl:7", "b.ttl:5")
                .containsOnly("a.ttl:7", "b.ttl:5", "b.ttl:6");
        assertThat(plan.unknownTerms())
                .extracting(UnknownTerm::file, UnknownTerm::line)
                .containsExactly(tuple(Optional.of("c.ttl"), 5L));
        assertThat(plan.warnings()).contains("b.ttl:6: nobody describes <https://w3id.org/pairgraph/id/evidence/9>");
    }

    @Test
    void whatIsSaidOfSeveralFilesStandsInTheirOrderAndNotInThatOfTheirNamesOrLines() throws IOException {
        var plan = importer.plan(
                OFFICE,
                List.of(
                        file("z.ttl", REGION + "<area/450225> a pg:County ; pg:within <area/450200> .\n"),
                        file("a.ttl", "<area/450226> a pg:County ; pg:within <area/450200> .\n")));

        assertThat(plan.shapeResults())
                .filteredOn(result -> result.path().orElse("").contains("adminCode"))
                .extracting(result -> result.file().orElse(""), ShapeResult::line)
                .containsExactly(tuple("z.ttl", 7L), tuple("a.ttl", 5L));
    }

    @Test
    void ofOneFileOnlyTheLineIsNamed() throws IOException {
        var plan = plan(OFFICE, REGION + "<area/450225> a pg:County ; pg:admincode \"450225\" .\n");

        assertThat(plan.shapeResults())
                .isNotEmpty()
                .extracting(ShapeResult::file)
                .containsOnly(Optional.empty());
        assertThat(plan.unknownTerms()).extracting(UnknownTerm::file).containsExactly(Optional.empty());
    }

    @Test
    void mistakesOfEveryFileAreTold() throws IOException {
        var plan = importer.plan(OFFICE, List.of(file("a.ttl", "<a> <b> ."), file("b.ttl", "<c> <d> \"x")));

        assertThat(plan.applicable()).isFalse();
        assertThat(plan.syntaxErrors()).extracting(ImportPlan.FileError::file).contains("a.ttl", "b.ttl");
    }

    private static Tuple looks(int number, String why) {
        return tuple("https://w3id.org/pairgraph/id/area/" + number, "https://w3id.org/pairgraph/id/area/450225", why);
    }

    private void start() {
        store = PairStore.open(folder.resolve("store"));
        importer = new Importer(store, new Bundle(folder.resolve("home")));
    }

    private ImportPlan plan(SourceName source, String turtle) throws IOException {
        return importer.plan(source, List.of(file(source + ".ttl", turtle)));
    }

    private void apply(SourceName source, String turtle) throws IOException {
        assertThat(importer.apply(plan(source, turtle).id(), Consent.REPLACE, "ann"))
                .isInstanceOf(Applying.Applied.class);
    }

    private Applying applied(String id) {
        try {
            return importer.apply(id, Consent.NONE, "ann");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile file(String name, String turtle) {
        return new SourceFile(
                name, RdfFormat.TURTLE, new ByteArrayInputStream((PREFIXES + turtle).getBytes(StandardCharsets.UTF_8)));
    }
}
