package org.pairgraph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.search.Match.Extent;
import org.pairgraph.search.Match.Reading;
import org.pairgraph.store.Delta;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;

class PartyIndexTest {
    private static final Graph PLACES = graph("""
            <gx> a pg:Province; rdfs:label "广西壮族自治区"@zh-Hans, "Guangxi Zhuang Autonomous Region"@en;
              skos:altLabel "广西"@zh-Hans, "桂"@zh-Hans .
            <lz> a pg:City; rdfs:label "柳州市"@zh-Hans, "Liuzhou City"@en; pg:within <gx> .
            <rs> a pg:County; rdfs:label "融水苗族自治县"@zh-Hans, "Rongshui Miao Autonomous County"@en;
              skos:altLabel "融水县"@zh-Hans, "大苗山"@zh-Hans; pg:within <lz> .
            <dy> a pg:County; rdfs:label "都匀市"@zh, "Duyun City"@en .
            <xuzhou> a pg:City; rdfs:label "徐州市"@zh-CN, "Xuzhou City"@en .
            <gulou1> a pg:County; rdfs:label "鼓楼区"@zh-Hans, "Gulou District"@en; pg:within <xuzhou> .
            <gulou2> a pg:County; rdfs:label "鼓楼区"@zh-Hans, "Gulou District"@en; pg:within <elsewhere> .
            <gulou3> a pg:Village; rdfs:label "鼓楼村"@zh-Hans, "Gulou Village"@en; pg:within <rs> .
            <school> a pg:School; rdfs:label "融水县职业学校"@zh-Hans, "Rongshui Vocational School"@en; pg:within <rs> .
            <group> a pg:PartyGroup; rdfs:label "广西的33个县"@zh-Hans, "33 counties of Guangxi"@en; pg:within <gx> .
            <park> a pg:IndustrialPark; rdfs:label "廉江·融水协作产业园"@zh-Hans, "Lianjiang-Rongshui Park"@en .
            <programme> a pg:Programme; rdfs:label "粤桂协作"@zh-Hans, "Guangdong-Guangxi co-operation"@en .
            <luliang> a pg:City; rdfs:label "吕梁市"@zh-Hans, "Lüliang City"@en .
            <panyu> a pg:County; rdfs:label "番禺区"@zh-Hans .
            <plant> a pg:Enterprise; rdfs:label "二〇一厂"@zh-Hans .
            <person> a pg:Person; rdfs:label "融水生"@zh-Hans .
            """);

    private final PartyIndex index = PartyIndex.of(PLACES, 7, Supplement.NONE);

    @ParameterizedTest
    @CsvSource({
        "融水县, rs, EXACT, NAME",
        "融水縣, rs, EXACT, NAME",
        "大苗山, rs, EXACT, NAME",
        "融\u2f54县, rs, EXACT, NAME",
        "⽔, rs, CONTAINS, NAME",
        "二〇一, plant, PREFIX, NAME",
        "融, rs, PREFIX, NAME",
        "苗族, rs, CONTAINS, NAME",
        "桂, gx, EXACT, NAME",
        "rongshuixian, rs, EXACT, PINYIN",
        "Rong Shui Xian, rs, EXACT, PINYIN",
        "róng shuǐ xiàn, rs, EXACT, PINYIN",
        "rong2shui3 xian4, rs, EXACT, PINYIN",
        "rongsh, rs, PREFIX, NAME",
        "miaozu, rs, CONTAINS, PINYIN",
        "pan yu, panyu, PREFIX, PINYIN",
        "panyuqu, panyu, EXACT, PINYIN",
        "fan yu qu, panyu, EXACT, OTHER_PINYIN",
        "rsx, rs, EXACT, INITIALS",
        "rsmz, rs, PREFIX, INITIALS",
        "duyun, dy, PREFIX, NAME",
        "duyunshi, dy, EXACT, PINYIN",
        "douyunshi, dy, EXACT, OTHER_PINYIN",
        "dys, dy, EXACT, INITIALS",
        "lvliang, luliang, PREFIX, PINYIN",
        "lǚliángshì, luliang, EXACT, PINYIN",
        "Lüliang City, luliang, EXACT, NAME",
        "ＲＯＮＧＳＨＵＩ, rs, PREFIX, NAME",
        "autonomous county, rs, CONTAINS, NAME",
        "rongshui county, rs, WORDS, NAME",
        "融水 学校, school, WORDS, NAME",
        "廉江融水, park, PREFIX, NAME",
        "rongshvi, rs, SIMILAR, NAME",
        "duyunshii, dy, SIMILAR, PINYIN",
        "33, group, PREFIX, NAME",
    })
    void aNameIsFoundInEachWayAndSaysInWhich(String text, String expected, Extent extent, Reading reading) {
        var hit = index.find(PartyQuery.of(text, 5)).items().getFirst();

        assertThat(hit.party().node()).isEqualTo(id(expected));
        assertThat(hit.match().extent()).isEqualTo(extent);
        assertThat(hit.match().reading()).isEqualTo(reading);
    }

    @Test
    void aHitTellsWhichNameWasMetAndThatItIsAnotherThanTheLabel() {
        var hit = index.find(PartyQuery.of("大苗山", 1)).items().getFirst();

        assertThat(hit.match()).isEqualTo(new Match("大苗山", "zh-Hans", true, Extent.EXACT, Reading.NAME));
        assertThat(hit.party().zh()).contains("融水苗族自治县");
        assertThat(hit.party().en()).contains("Rongshui Miao Autonomous County");
        assertThat(hit.type()).isEqualTo(PG.County);
    }

    @Test
    void placesOfOneNameAreToldApartByTheirParent() {
        var hits = index.find(PartyQuery.of("鼓楼区", 5)).items();

        assertThat(hits).extracting(hit -> hit.party().node()).containsExactly(id("gulou1"), id("gulou2"));
        assertThat(hits.getFirst().parent().orElseThrow().zh()).contains("徐州市");
        assertThat(hits.getLast().parent())
                .contains(new Hit.Named(id("elsewhere"), Optional.empty(), Optional.empty()));
    }

    @Test
    void aWholeNameComesBeforeABeginningAndAPlaceBeforeASmallerOne() {
        assertThat(found("鼓楼", 5)).containsExactly("gulou1", "gulou2", "gulou3");
        assertThat(found("guangxi", 5)).containsExactly("gx", "group", "programme");
        assertThat(found("融水", 5)).containsExactly("rs", "school", "park");
    }

    @Test
    void ofEqualPlacesTheOneWithMorePairingsComesFirst() {
        var busy = PartyIndex.of(PLACES, 7, degree(party -> party.equals(id("gulou2")) ? 3 : 0));

        assertThat(found(busy, PartyQuery.of("鼓楼区", 5))).containsExactly("gulou2", "gulou1");
    }

    @Test
    void onlyTheClassesThatAreAskedForAreFound() {
        var schools = new PartyQuery("融水", Set.of(PG.Organization), party -> true, Optional.empty(), 5);
        var sites = new PartyQuery("融水", Set.of(PG.Site, PG.Programme), party -> true, Optional.empty(), 5);

        assertThat(found(index, schools)).containsExactly("school");
        assertThat(found(index, sites)).containsExactly("park");
    }

    @Test
    void onlyWhatTheCallerAcceptsIsFoundAndCounted() {
        var query = new PartyQuery("鼓楼", Set.of(), id("gulou3")::equals, Optional.empty(), 5);

        var hits = index.find(query);

        assertThat(hits.items()).extracting(hit -> hit.party().node()).containsExactly(id("gulou3"));
        assertThat(hits.total()).isEqualTo(1);
    }

    @Test
    void moreIsCountedThanIsAnswered() {
        var hits = index.find(PartyQuery.of("鼓楼", 1));

        assertThat(hits.items()).hasSize(1);
        assertThat(hits.total()).isEqualTo(3);
        assertThat(hits.revision()).isEqualTo(7);
    }

    @Test
    void aSingleLetterFindsOnlyWhatBeginsWithIt() {
        assertThat(found("r", 20)).containsExactly("rs", "school");
        assertThat(found("g", 20)).contains("gx").doesNotContain("rs");
        assertThat(index.find(PartyQuery.of("g", 20)).items())
                .extracting(hit -> hit.match().extent())
                .doesNotContain(Extent.CONTAINS);
    }

    @Test
    void aPersonIsNotFound() {
        assertThat(found("融水生", 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "😀融", ".*", "(.*a){18}b", "%", "'; DROP", "\\", "[", "\ud800", "ﷺ", "؀", "-"})
    void strangeTextFindsNothing(String text) {
        assertThat(found(text, 5)).isNotNull().allMatch(party -> text.contains("融"));
    }

    @Test
    void textThatCannotBeSearchedForIsRefusedWithTheReason() {
        assertThatThrownBy(() -> PartyQuery.of(" \u3000 ", 5)).hasMessageContaining("empty");
        assertThatThrownBy(() -> PartyQuery.of("融".repeat(10_000), 5)).hasMessageContaining("10000 characters");
        assertThatThrownBy(() -> PartyQuery.of("融\u0000水", 5)).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> PartyQuery.of("融水", 0)).hasMessageContaining("The limit is 0");
        assertThatThrownBy(() -> new PartyQuery("融水", Set.of(PG.Claim), party -> true, Optional.empty(), 5))
                .hasMessageContaining("Claim")
                .hasMessageContaining("County");
    }

    @Test
    void aChangedNameIsFoundAndTheFormerOneNoMore() {
        var after = changed(
                List.of("<dy> rdfs:label \"都云市\"@zh, \"New City\"@en . <new> a pg:County; rdfs:label \"新县\"@zh ."),
                List.of("<dy> rdfs:label \"都匀市\"@zh, \"Duyun City\"@en ."));
        var followed = index.following(
                after.graph, 8, new PartyIndex.Change(after.delta, Set.of(Namespaces.ID + "lz")), degree(party -> 5));

        assertThat(found(followed, PartyQuery.of("都匀", 5))).isEmpty();
        assertThat(found(followed, PartyQuery.of("都云", 5))).containsExactly("dy");
        assertThat(found(followed, PartyQuery.of("新县", 5))).containsExactly("new");
        assertThat(followed.size()).isEqualTo(index.size() + 1);
        assertThat(followed.revision()).isEqualTo(8);
        assertThat(followed.find(PartyQuery.of("柳州", 1)).items().getFirst().degree())
                .isEqualTo(5);
        assertThat(found(index, PartyQuery.of("都匀", 5))).containsExactly("dy");
    }

    @Test
    void afterManyChangesTheSameIsFoundAsInAnIndexOfAll() {
        var graph = GraphFactory.createGraphMem();
        var random = new Random(4);
        var followed = PartyIndex.of(graph, 0, Supplement.NONE);
        for (int revision = 1; revision <= 60; revision++) {
            var added = new HashSet<Triple>();
            var removed = new HashSet<Triple>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                var party = id("v" + random.nextInt(40));
                graph.find(party, Node.ANY, Node.ANY).forEach(removed::add);
                if (random.nextInt(4) > 0) {
                    added.add(Triple.create(party, Draft.TYPE, PG.Village));
                    added.add(Triple.create(
                            party, Draft.LABEL, NodeFactory.createLiteralLang("村" + random.nextInt(9) + "号", "zh")));
                    added.add(Triple.create(party, PG.within, id("v" + random.nextInt(40))));
                }
            }
            removed.removeAll(added);
            removed.forEach(graph::delete);
            added.removeIf(graph::contains);
            added.forEach(graph::add);

            var change = new PartyIndex.Change(Delta.of(added, removed), Set.of());
            followed = followed.following(graph, revision, change, Supplement.NONE);

            var anew = PartyIndex.of(graph, revision, Supplement.NONE);
            assertThat(followed.size()).isEqualTo(anew.size());
            for (var text : List.of("村", "村3号", "cun", "c5h")) {
                assertThat(followed.find(PartyQuery.of(text, 100))).isEqualTo(anew.find(PartyQuery.of(text, 100)));
            }
        }
    }

    @Test
    void aPartyThatIsGoneIsFoundNoMoreAndItsChildrenHaveABareParent() {
        var after = changed(
                List.of(),
                List.of("<lz> a pg:City; rdfs:label \"柳州市\"@zh-Hans, \"Liuzhou City\"@en; pg:within <gx> ."));
        var followed = index.following(after.graph, 8, new PartyIndex.Change(after.delta, Set.of()), Supplement.NONE);

        assertThat(found(followed, PartyQuery.of("柳州", 5))).isEmpty();
        var parent = followed.find(PartyQuery.of("融水县", 1)).items().getFirst().parent();
        assertThat(parent.orElseThrow().zh()).isEmpty();
    }

    @Test
    void aGroupIsFoundByTheNameThatTheCallerGivesItAlsoAfterItsPlaceIsRenamed() {
        var turtle = """
                <gz> a pg:City; rdfs:label "%s市"@zh-Hans .
                <group> a pg:PartyGroup; pg:memberCount 274; pg:within <gz> .
                """;
        var before = graph(turtle.formatted("广州"));
        var after = graph(turtle.formatted("羊城"));
        var delta = Delta.of(
                Set.of(after.find(id("gz"), Draft.LABEL, Node.ANY).next()),
                Set.of(before.find(id("gz"), Draft.LABEL, Node.ANY).next()));

        var index = PartyIndex.of(before, 1, composing(before));
        var followed = index.following(after, 2, new PartyIndex.Change(delta, Set.of()), composing(after));

        assertThat(found(index, PartyQuery.of("广州市274", 5))).containsExactly("group");
        assertThat(found(followed, PartyQuery.of("广州市274", 5))).isEmpty();
        assertThat(found(followed, PartyQuery.of("ycs274sxx", 5))).containsExactly("group");
    }

    private static Supplement composing(Graph graph) {
        var place =
                graph.find(id("gz"), Draft.LABEL, Node.ANY).next().getObject().getLiteralLexicalForm();
        return new Supplement(
                party -> 0, group -> new Hit.Named(group, Optional.of(place + "274所学校"), Optional.empty()));
    }

    private static Supplement degree(ToIntFunction<Node> degree) {
        return new Supplement(degree, Supplement.NONE.composed());
    }

    private record Changed(Graph graph, Delta delta) {}

    private static Changed changed(List<String> added, List<String> removed) {
        var graph = GraphFactory.createGraphMem();
        PLACES.find().forEach(graph::add);
        var more = graph(String.join("\n", added)).find().toSet();
        var less = graph(String.join("\n", removed)).find().toSet();
        less.forEach(graph::delete);
        more.forEach(graph::add);
        return new Changed(graph, Delta.of(more, less));
    }

    private List<String> found(String text, int limit) {
        return found(index, PartyQuery.of(text, limit));
    }

    private static List<String> found(PartyIndex index, PartyQuery query) {
        return index.find(query).items().stream()
                .map(hit -> hit.party().node().getURI().substring(Namespaces.ID.length()))
                .toList();
    }

    private static Node id(String name) {
        return NodeFactory.createURI(Namespaces.ID + name);
    }

    private static Graph graph(String turtle) {
        var prefixes = new StringBuilder("@base <" + Namespaces.ID + "> .\n");
        Namespaces.PREFIXES.forEach(
                (prefix, namespace) -> prefixes.append("@prefix %s: <%s> .\n".formatted(prefix, namespace)));
        var graph = GraphFactory.createGraphMem();
        RDFDataMgr.read(graph, new StringReader(prefixes + turtle), Namespaces.ID, Lang.TURTLE);
        return graph;
    }
}
