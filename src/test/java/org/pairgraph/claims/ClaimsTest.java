package org.pairgraph.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pairgraph.store.Statements;

class ClaimsTest {
    private static final PairingFilter ALL = filter(Optional.empty(), Optional.empty());

    @Test
    void aLabelIsTakenFromAnyFormOfChinese() {
        var claims = claims("""
                <area/1> a pg:County ; rdfs:label "兴义"@zh-CN , "興義"@zh-Hant , "Xingyi"@en-GB .
                <area/2> a pg:County ; rdfs:label "兴义市"@zh-Hans , "兴义"@zh , "Xingyi" .
                <area/3> a pg:County ; rdfs:label "興義"@zh-TW , "Hingnghi"@de .
                """);

        assertThat(claims.partySummary("area/1").label()).isEqualTo(Label.of("兴义", "Xingyi"));
        assertThat(claims.partySummary("area/2").label()).isEqualTo(Label.of("兴义市", "Xingyi"));
        assertThat(claims.partySummary("area/3").label()).isEqualTo(new Label(Optional.of("興義"), Optional.empty()));
    }

    @Test
    void aGroupIsNamedAfterItsCountAndPlace() {
        var claims = claims("""
                <area/1> a pg:City ; rdfs:label "广州"@zh , "Guangzhou"@en .
                <group/1> a pg:PartyGroup ; pg:memberKind pgc:school ; pg:memberCount 274 ; pg:countQualifier pgc:exact ; pg:within <area/1> .
                <group/2> a pg:PartyGroup ; pg:memberKind pgc:enterprise ; pg:memberCount 30 ; pg:countQualifier pgc:more-than .
                <group/3> a pg:PartyGroup ; pg:memberKind pgc:village , pgc:public-institution ; pg:memberCount 1 .
                <group/4> a pg:PartyGroup ; rdfs:label "四家医院"@zh , "Four hospitals"@en ; pg:memberCount 4 .
                """);

        assertThat(claims.partySummary("group/1").label()).isEqualTo(Label.of("广州274所学校", "274 schools of Guangzhou"));
        assertThat(claims.partySummary("group/2").label()).isEqualTo(Label.of("多于30家企业", "more than 30 enterprises"));
        assertThat(claims.partySummary("group/3").label())
                .isEqualTo(Label.of("1个事业单位或村", "1 public institution or village"));
        assertThat(claims.partySummary("group/4").label()).isEqualTo(Label.of("四家医院", "Four hospitals"));
    }

    @Test
    void manyPartiesAreNamedInPart() {
        var claims = claims("""
                <pairing/1> a pg:Pairing ; pg:supported <area/9> ;
                  pg:supporter <area/1> , <area/2> , <area/3> , <area/4> , <area/5> , <area/6> , <area/7> , <area/8> .
                """);

        assertThat(claims.pairingSummary("pairing/1").named().label().en())
                .contains("area/1, area/2, area/3, area/4, area/5, area/6 and 2 more → area/9");
    }

    @Test
    void claimsThatDisagreeCountOnceHoweverManyTheyAre() {
        var claims = claims("""
                <area/1> a pg:County .
                <pairing/1> a pg:Pairing ; pg:supporter <area/1> ; pg:disagreesWith <pairing/2> .
                <pairing/2> a pg:Pairing ; pg:supporter <area/1> ; pg:disagreesWith <pairing/3> , <pairing/1> .
                <pairing/3> a pg:Pairing ; pg:supporter <area/1> ; pg:disagreesWith <pairing/elsewhere> .
                <pairing/4> a pg:Pairing ; pg:supporter <area/1> .
                """);

        var pairings = claims.findParty("area/1").orElseThrow().pairings().getFirst();

        assertThat(pairings.count()).isEqualTo(2);
        assertThat(pairings.total()).isEqualTo(4);
    }

    @Test
    void aLongListIsCutAndSaysHowLongItIs() {
        var turtle = new StringBuilder("<area/1> a pg:County .\n");
        for (int i = 0; i < 120; i++) {
            turtle.append(
                    "<pairing/%d> a pg:Pairing ; pg:supporter <area/1> ; pg:pairingKind pgc:village .%n".formatted(i));
        }

        var pairings = claims(turtle.toString())
                .findParty("area/1")
                .orElseThrow()
                .pairings()
                .getFirst();

        assertThat(pairings.total()).isEqualTo(120);
        assertThat(pairings.items()).hasSize(50);
    }

    @Test
    void aFigureAboutAFigureIsNamedAndARingOfThemEnds() {
        var claims = claims("""
                <area/1> a pg:County ; rdfs:label "县"@zh , "County"@en .
                <observation/1> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-sent ; pg:value 11.0 ; pg:unit pgc:persons ;
                  pg:valueQualifier pgc:more-than ; pg:printedValue "11人" ; pg:asOf "2023-01-01"^^xsd:date ; pg:asOfPrecision pgc:year .
                <observation/2> a pg:Observation ; pg:about <observation/3> , <area/1> .
                <observation/3> a pg:Observation ; pg:about <observation/2> .
                """);

        var observations =
                claims.findParty("area/1").orElseThrow().observations().items();

        assertThat(observations.getFirst().named().label())
                .isEqualTo(
                        Label.of("县：选派党政干部人数 11人（截至2023年）", "County: cadres sent more than 11 persons (as of 2023)"));
        assertThat(observations).hasSize(2);
    }

    @Test
    void largeFiguresAndDaysInNamesAreWrittenAsPeopleWriteThem() {
        var claims = claims("""
                <area/1> a pg:County ; rdfs:label "县"@zh , "County"@en .
                <observation/1> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:output-value ; pg:value 5200000000 ; pg:valueMax 5300000000.5 ;
                  pg:unit pgc:yuan ; pg:printedValue "52亿元" ; pg:asOf "2020-04-30"^^xsd:date ; pg:asOfPrecision pgc:day .
                <observation/2> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:output-value ; pg:value 12000 ; pg:unit pgc:yuan ;
                  pg:startDate "2020-09-01"^^xsd:date ; pg:startPrecision pgc:month .
                """);

        assertThat(claims.findParty("area/1").orElseThrow().observations().items())
                .extracting(observation -> observation.named().label())
                .containsExactly(
                        Label.of(
                                "县：产值 52亿元（截至2020年4月30日）",
                                "County: output value 5,200,000,000–5,300,000,000.5 yuan (as of 30 April 2020)"),
                        Label.of("县：产值 12000元（2020年9月）", "County: output value 12,000 yuan (September 2020)"));
    }

    @Test
    void aFigureOfOneHasItsUnitInTheSingular() {
        var claims = claims("""
                <area/1> a pg:County ; rdfs:label "County"@en .
                <observation/1> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-sent ; pg:value 1 ; pg:unit pgc:persons .
                """);

        assertThat(claims.observation("observation/1").named().label().en()).hasValue("County: cadres sent 1 person");
    }

    @Test
    void figuresThatDifferAreSaidToDifferInWhatTheyDifferIn() {
        assertThat(differences("pg:value 1", "pg:value 2")).isEmpty();
        assertThat(differences("pg:value 1 ; pg:status pgc:planned", "pg:value 2 ; pg:status pgc:actual"))
                .containsExactly("status");
        assertThat(differences(
                        "pg:value 1 ; pg:asOf \"2022-12-31\"^^xsd:date",
                        "pg:value 2 ; pg:asOf \"2023-09-30\"^^xsd:date"))
                .containsExactly("time");
        assertThat(differences("pg:value 1 ; pg:unit pgc:persons", "pg:value 2 ; pg:unit pgc:person-times"))
                .containsExactly("unit");
        assertThat(differences("pg:value 1 ; pg:from <area/2>", "pg:value 2 ; pg:to <area/2>"))
                .containsExactly("sides");
        assertThat(differences("pg:value 1 ; pg:partOf <observation/2>", "pg:value 2"))
                .containsExactly("part");
        assertThat(differences("pg:value 30 ; pg:valueQualifier pgc:more-than", "pg:value 34"))
                .containsExactly("range");
        assertThat(differences("pg:value 30 ; pg:valueMax 33 ; pg:valueQualifier pgc:range", "pg:value 34"))
                .isEmpty();
        assertThat(differences("pg:value 1 ; pg:note \"of villages\"@en", "pg:value 2"))
                .containsExactly("definition");
        assertThat(differences("pg:value 1 ; pg:about <area/2>", "pg:value 2")).containsExactly("scope");
    }

    @Test
    void figuresThatAgreeOrAreSaidToDisagreeAreNotApparent() {
        var claims = claims("""
                <observation/1> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-sent ; pg:value 5 .
                <observation/2> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-sent ; pg:value 5.0 .
                <observation/3> a pg:Observation ; pg:about <area/2> ; pg:indicator pgc:cadres-sent ; pg:value 6 .
                <observation/4> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-trained ; pg:value 7 .
                <observation/5> a pg:Observation ; pg:about <area/3> ; pg:indicator pgc:cadres-sent ; pg:value 1 ; pg:disagreesWith <observation/6> .
                <observation/6> a pg:Observation ; pg:about <area/3> ; pg:indicator pgc:cadres-sent ; pg:value 2 .
                """);

        assertThat(claims.apparentDisagreements()).isEmpty();
        assertThat(claims.disagreements()).containsExactly(new ClaimPair("observation/5", "observation/6"));
    }

    @Test
    void figuresOfRelatedMeasuresStandBesideEachOther() {
        var claims = claims("""
                pgc:workshops-aided <http://www.w3.org/2004/02/skos/core#related> pgc:workshops-co-built .
                <observation/1> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:workshops-aided ; pg:value 389 .
                <observation/2> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:workshops-co-built ; pg:value 378 .
                """);

        var pair = claims.apparentDisagreements().getFirst();

        assertThat(claims.disagreement(pair).differences())
                .extracting(Disagreement.Difference::code)
                .containsExactly("measure");
    }

    @Test
    void aLongSeriesOfFiguresDoesNotFloodThePairs() {
        var turtle = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            turtle.append(
                    "<observation/%d> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-sent ; pg:value %d .%n"
                            .formatted(i, i));
        }

        assertThat(claims(turtle.toString()).apparentDisagreements()).hasSize(10_000);
    }

    private static List<String> differences(String one, String other) {
        var claims = claims("""
                <observation/1> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-sent ; %s .
                <observation/2> a pg:Observation ; pg:about <area/1> ; pg:indicator pgc:cadres-sent ; %s .
                """.formatted(one, other));
        var pairs = claims.apparentDisagreements();
        assertThat(pairs).hasSize(1);
        return claims.disagreement(pairs.getFirst()).differences().stream()
                .map(Disagreement.Difference::code)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2016-12-31, false",
        "2017-01-01, true",
        "2020-12-31, true",
        "2021-01-01, false",
    })
    void aClaimHoldsFromItsFirstDayToItsLast(LocalDate day, boolean holds) {
        var claims = claims("""
                <pairing/1> a pg:Pairing ; pg:startDate "2017-01-01"^^xsd:date ; pg:asOf "2010-01-01"^^xsd:date ; pg:endDate "2020-12-31"^^xsd:date .
                """);

        assertThat(claims.pairings(filter(Optional.empty(), Optional.of(day))))
                .isEqualTo(holds ? List.of("pairing/1") : List.of());
    }

    @Test
    void whatNobodyEndedHoldsOnAndWhatHasNoDateNeverDoes() {
        var claims = claims("""
                <pairing/1> a pg:Pairing ; pg:asOf "2020-01-01"^^xsd:date .
                <pairing/2> a pg:Pairing .
                <pairing/3> a pg:Pairing ; pg:endDate "2099-01-01"^^xsd:date .
                <pairing/4> a pg:Pairing ; pg:startDate "soon" .
                """);

        assertThat(claims.pairings(filter(Optional.empty(), Optional.of(LocalDate.of(2050, 1, 1)))))
                .containsExactly("pairing/1");
        assertThat(claims.pairings(ALL)).hasSize(4);
    }

    @Test
    void everyFilterBeginsAnywhereAndGivesTheSame() {
        var claims = claims("""
                <area/1> pg:withinTransitive <area/9> .
                <pairing/1> a pg:Pairing ; pg:supporter <area/1> ; pg:supported <area/2> ; pg:programme <programme/1> ; pg:pairingKind pgc:county .
                <pairing/2> a pg:Pairing ; pg:supporter <area/9> ; pg:supported <area/3> .
                <co-building/1> a pg:CoBuilding ; pg:supporter <area/1> ; pg:supported <area/2> ; pg:programme <programme/1> .
                """);
        var none = Optional.<String>empty();
        var day = Optional.<LocalDate>empty();

        assertThat(claims.pairings(new PairingFilter(none, none, none, none, Optional.of("area/1"), none, none, day)))
                .containsExactly("pairing/1");
        assertThat(claims.pairings(new PairingFilter(none, none, none, none, none, Optional.of("area/2"), none, day)))
                .containsExactly("pairing/1");
        assertThat(claims.pairings(
                        new PairingFilter(none, none, none, Optional.of("programme/1"), none, none, none, day)))
                .containsExactly("pairing/1");
        assertThat(claims.pairings(new PairingFilter(none, none, none, none, none, none, Optional.of("area/9"), day)))
                .containsExactly("pairing/1", "pairing/2");
        assertThat(claims.pairings(new PairingFilter(
                        Optional.of("county"),
                        none,
                        none,
                        none,
                        none,
                        Optional.of("area/3"),
                        Optional.of("area/9"),
                        day)))
                .isEmpty();
    }

    @Test
    void aThingOfAnotherNamespaceIsItsOwnId() {
        var claims = claims("<http://example.org/x/1> a pg:County .");

        assertThat(claims.parties(new PartyFilter(Optional.empty(), Optional.empty())))
                .containsExactly("http://example.org/x/1");
        assertThat(claims.findParty("http://example.org/x/1")).isPresent();
    }

    private static PairingFilter filter(Optional<String> kind, Optional<LocalDate> at) {
        var none = Optional.<String>empty();
        return new PairingFilter(kind, none, none, none, none, none, none, at);
    }

    private static Claims claims(String turtle) {
        var graph = graph(turtle);
        return new Claims(Statements.of(graph), Classes.of(graph), new KnownThings());
    }

    static Graph graph(String turtle) {
        var graph = GraphFactory.createGraphMem();
        for (var module : List.of("parties", "claims", "codes", "units", "indicators", "evidence")) {
            RDFDataMgr.read(graph, Path.of("ontology", module + ".ttl").toUri().toString());
        }
        RDFParser.create()
                .source(new StringReader("""
                        @base <https://w3id.org/pairgraph/id/> .
                        @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                        @prefix pgc: <https://w3id.org/pairgraph/code/> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                        """ + turtle))
                .lang(Lang.TURTLE)
                .parse(graph);
        return graph;
    }
}
