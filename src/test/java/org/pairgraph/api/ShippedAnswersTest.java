package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the documents say, as the API tells it. */
@ExtendWith(ShippedServer.class)
class ShippedAnswersTest {
    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    @Test
    void twoGroupsOfSchoolsAreOnePairingWithItsEvidence() throws Exception {
        var pairing = server.json("/api/v1/pairings/pairing/school/440100-522700");

        assertThat(pairing.at("/label/zh").asText()).isEqualTo("广州市274所学校 → 黔南布依族苗族自治州371所学校（学校结对）");
        assertThat(pairing.at("/supporters/0/count").asInt()).isEqualTo(274);
        assertThat(pairing.at("/supported/0/count").asInt()).isEqualTo(371);
        assertThat(pairing.at("/asOf/precision").asText()).isEqualTo("year");
        assertThat(pairing.at("/evidence/0/document/id").asText()).isEqualTo("document/329f886f7221235d");
        assertThat(pairing.at("/evidence/0/startLine").asInt()).isEqualTo(29);
        assertThat(pairing.at("/evidence/0/start").asInt()).isEqualTo(5329);
        assertThat(pairing.at("/evidence/0/end").asInt()).isEqualTo(5367);
    }

    @Test
    void twoDistrictsForOneCountyAreOnePairing() throws Exception {
        var found = server.json("/api/v1/pairings?supported=area/451324");

        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(ids(found.at("/items/0/supporters"))).containsExactly("area/440902", "area/440904");
        assertThat(found.at("/items/0/label/zh").asText()).isEqualTo("茂南区、电白区 → 金秀瑶族自治县（县结对）");
    }

    @Test
    void threeCitiesForOneCountyAreOnePairing() throws Exception {
        var found = server.json("/api/v1/pairings?supporter=area/440982&kind=county");

        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(texts(found.at("/items/0/supporters"), "/label/zh")).containsExactly("高州市", "化州市", "信宜市");
        assertThat(texts(found.at("/items/0/supported"), "/label/zh")).containsExactly("忻城县");
    }

    @Test
    void aPartyHasItsPlacesItsPairingsAndItsFigures() throws Exception {
        var party = server.json("/api/v1/parties/area/450225");

        assertThat(party.at("/class").asText()).isEqualTo("County");
        assertThat(party.at("/adminCode").asText()).isEqualTo("450225");
        assertThat(ids(party.at("/places"))).containsExactly("area/450200", "area/450000");
        assertThat(party.at("/pairings/0/direction").asText()).isEqualTo("supported");
        assertThat(ids(party.at("/pairings/0/items"))).contains("pairing/county/440881-450225");
        assertThat(ids(party.at("/coBuildings/items"))).contains("co-building/440881-450225-kangtian");
    }

    @Test
    void pairingsThatDisagreeCountOnceAndAreBothShown() throws Exception {
        var city = server.json("/api/v1/parties/area/450200");

        var pairings = elements(city.at("/pairings"))
                .filter(some -> some.at("/kind").asText().equals("city"))
                .findFirst()
                .orElseThrow();
        assertThat(pairings.at("/count").asInt()).isEqualTo(1);
        assertThat(ids(pairings.at("/items")))
                .containsExactly("pairing/city/440800-450200", "pairing/city/440800-450200-2016");

        var earlier = server.json("/api/v1/pairings/pairing/city/440800-450200-2016");
        assertThat(ids(earlier.at("/disagreesWith"))).containsExactly("pairing/city/440800-450200");
    }

    @Test
    void aPairingHoldsFromTheFirstDayThatIsStated() throws Exception {
        var pairing = "pairing/city/440800-450200";

        assertThat(ids(server.json("/api/v1/pairings?kind=city&at=2016-12-31").at("/items")))
                .contains("pairing/city/440800-450200-2016")
                .doesNotContain(pairing);
        assertThat(ids(server.json("/api/v1/pairings?kind=city&at=2017-01-01").at("/items")))
                .contains(pairing);
    }

    @Test
    void withinIsAnyLevel() throws Exception {
        var inLiuzhou = server.json("/api/v1/parties?within=area/450200&class=County&limit=500");
        var inGuangxi = server.json("/api/v1/parties?within=area/450000&class=County&limit=500");

        assertThat(ids(inLiuzhou.at("/items"))).contains("area/450225").doesNotContain("area/451324");
        assertThat(ids(inGuangxi.at("/items"))).contains("area/450225", "area/451324");
        assertThat(ids(server.json("/api/v1/pairings?within=area/522700&kind=school")
                        .at("/items")))
                .contains("pairing/school/440100-522700");
    }

    @Test
    void aClassHasThoseBelowIt() throws Exception {
        int organizations =
                server.json("/api/v1/parties?class=Organization").at("/total").asInt();
        int schools = server.json("/api/v1/parties?class=School").at("/total").asInt();

        assertThat(schools).isPositive();
        assertThat(organizations).isGreaterThan(schools);
    }

    @Test
    void aWholeIriIsAcceptedEncoded() throws Exception {
        var iri = URLEncoder.encode("https://w3id.org/pairgraph/id/area/450225", StandardCharsets.UTF_8);

        assertThat(server.json("/api/v1/parties/" + iri).at("/id").asText()).isEqualTo("area/450225");
        assertThat(server.json("/api/v1/pairings?supported=" + iri).at("/total").asInt())
                .isPositive();
    }

    @Test
    void sourcesHaveTheirVersions() throws Exception {
        var sources = server.json("/api/v1/sources");
        var places = server.json("/api/v1/sources/places");

        assertThat(texts(sources.at("/items"), "/name")).contains("ontology", "places", "guangzhou-qiannan-2024");
        assertThat(places.at("/versions/0/state").asText()).isEqualTo("current");
        assertThat(places.at("/versions/0/revision").asInt()).isEqualTo(1);
    }

    @Test
    void aFigureHasItsValueItsTimeAndItsPassage() throws Exception {
        var id = "observation/zhanjiang-liuzhou/cadres-sent-2023";
        var figure = server.json("/api/v1/observations/" + id);

        assertThat(figure.at("/value").asInt()).isEqualTo(11);
        assertThat(figure.at("/unit/id").asText()).isEqualTo("persons");
        assertThat(figure.at("/percentOfTarget").asInt()).isEqualTo(137);
        assertThat(figure.at("/printedValue").asText()).isEqualTo("11人");
        assertThat(figure.at("/evidence")).hasSize(2);
        assertThat(figure.at("/label/zh").asText()).isEqualTo("湛柳协作：选派党政干部人数 11人（2023年）");
        assertThat(ids(server.json("/api/v1/observations?indicator=cadres-sent&programme=programme/zhanjiang-liuzhou")
                        .at("/items")))
                .contains(id);
    }

    @Test
    void figuresAreFilteredByWhatTheyAreAbout() throws Exception {
        var all = server.json("/api/v1/observations").at("/total").asInt();
        var parks = server.json("/api/v1/observations?class=IndustrialPark")
                .at("/total")
                .asInt();
        var sites = server.json("/api/v1/observations?class=Site").at("/total").asInt();
        var planned =
                server.json("/api/v1/observations?status=planned").at("/total").asInt();
        var inRongshui = ids(
                server.json("/api/v1/observations?within=area/450225&limit=500").at("/items"));

        assertThat(parks).isPositive();
        assertThat(sites).isGreaterThanOrEqualTo(parks).isLessThan(all);
        assertThat(planned).isPositive().isLessThan(all);
        assertThat(inRongshui).contains("observation/450225-lianjiang-rongshui-park/planned-area-2023");
    }

    @Test
    void indicatorsSayHowOftenAndInWhatUnitsTheyAreUsed() throws Exception {
        var indicators = server.json("/api/v1/indicators");

        int observations = elements(indicators.at("/items"))
                .mapToInt(indicator -> indicator.at("/observations").asInt())
                .sum();
        var cadres = elements(indicators.at("/items"))
                .filter(indicator -> indicator.at("/id").asText().equals("cadres-sent"))
                .findFirst()
                .orElseThrow();
        assertThat(observations)
                .isEqualTo(server.json("/api/v1/observations").at("/total").asInt());
        assertThat(ids(cadres.at("/units"))).contains("persons");
        assertThat(cadres.at("/definition/zh").asText()).isNotBlank();
    }

    @Test
    void theStartOfTheCooperationIsADisagreement() throws Exception {
        var found = server.json("/api/v1/disagreements");

        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/one/start/date").asText()).isEqualTo("2017-01-01");
        assertThat(found.at("/items/0/other/start/date").asText()).isEqualTo("2016-01-01");
        assertThat(found.at("/items/0/one/note/en").asText()).contains("2016-2020");
        assertThat(found.at("/items/0/other/evidence")).isNotEmpty();
    }

    @Test
    void figuresOfOtherDaysOnlySeemToDisagree() throws Exception {
        var apparent = server.json("/api/v1/disagreements?limit=500").at("/apparent");

        var projects = elements(apparent.at("/items"))
                .filter(pair -> pair.at("/one/id").asText().equals("observation/zhanjiang-liuzhou/projects-begun-2022"))
                .toList();
        assertThat(apparent.at("/total").asInt())
                .isPositive()
                .isEqualTo(apparent.at("/items").size());
        assertThat(projects).singleElement().satisfies(pair -> {
            assertThat(pair.at("/one/value").asInt()).isEqualTo(46);
            assertThat(pair.at("/other/value").asInt()).isEqualTo(57);
            assertThat(texts(pair.at("/differences"), "/code")).contains("time");
        });
        assertThat(elements(apparent.at("/items")))
                .allSatisfy(pair -> assertThat(texts(pair.at("/differences"), "/code"))
                        .as(pair.toString())
                        .isNotEmpty());
    }

    @Test
    void pagesOfDisagreementsGoThroughBoth() throws Exception {
        var whole = server.json("/api/v1/disagreements?limit=500");
        var stated = new ArrayList<JsonNode>();
        var apparent = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = server.json("/api/v1/disagreements?limit=3" + next);
            page.at("/items").forEach(stated::add);
            page.at("/apparent/items").forEach(apparent::add);
            next = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
        } while (!next.isEmpty());

        assertThat(stated).containsExactlyElementsOf(whole.at("/items"));
        assertThat(apparent).containsExactlyElementsOf(whole.at("/apparent/items"));
    }

    @Test
    void everyFigureOfTheCoverageIsWhatItsQueryGives() throws Exception {
        for (var measure : server.json("/api/v1/coverage").at("/items")) {
            var told = elements(measure.at("/classes"))
                    .map(figure -> "https://w3id.org/pairgraph/ontology#%s,%d,%d"
                            .formatted(
                                    figure.at("/class").asText(),
                                    figure.at("/total").asInt(),
                                    figure.at("/covered").asInt()))
                    .toList();

            assertThat(told).as(measure.at("/measure").asText()).isNotEmpty();
            assertThat(rows("/sparql?query="
                            + URLEncoder.encode(measure.at("/sparql").asText(), StandardCharsets.UTF_8)))
                    .as(measure.at("/sparql").asText())
                    .containsExactlyElementsOf(told);
            if (measure.has("query")) {
                assertThat(rows("/api/v1/queries/" + measure.at("/query").asText() + "?format=csv"))
                        .as(measure.at("/query").asText())
                        .containsExactlyElementsOf(told);
            }
        }
    }

    @Test
    void everyQueryOfTheCatalogueRunsWithItsDefaults() throws Exception {
        for (var query : server.json("/api/v1/queries").at("/items")) {
            var name = query.at("/name").asText();
            boolean isComplete = elements(query.at("/parameters")).allMatch(parameter -> parameter.has("default"));
            if (isComplete) {
                assertThat(server.get("/api/v1/queries/" + name).statusCode())
                        .as(name)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aPassageIsALocatorWithoutItsWords() throws Exception {
        var passage = server.json("/api/v1/evidence/evidence/42be7f114c717920/37-51");

        assertThat(passage.at("/startLine").asInt()).isEqualTo(3);
        assertThat(passage.at("/end").asInt()).isEqualTo(51);
        assertThat(passage.at("/passageDigest").asText()).startsWith("394d3110");
        assertThat(passage.has("passage")).isFalse();
        assertThat(ids(passage.at("/evidenceOf/items"))).contains("pairing/city/440800-450200");
    }

    @Test
    void aPassageIsCitedWithWhoPublishedItsDocumentAndWhen() throws Exception {
        var evidence =
                server.json("/api/v1/pairings?within=area/450200&limit=200").at("/items");
        var documents = elements(evidence)
                .flatMap(pairing -> elements(pairing.at("/evidence")))
                .map(passage -> passage.at("/document"))
                .toList();

        assertThat(documents)
                .filteredOn(document -> document.at("/id").asText().equals("document/b71d2d812b8c3aa1"))
                .isNotEmpty()
                .allSatisfy(document -> {
                    assertThat(ids(document.at("/publishers")))
                            .containsExactly(
                                    "organization/440800-fupin-kaifa-lingdao-xiaozu",
                                    "organization/450200-fupin-kaifa-lingdao-xiaozu");
                    assertThat(document.at("/issued/date").asText()).isEqualTo("2020-04-30");
                });
        assertThat(documents)
                .filteredOn(document -> document.at("/id").asText().equals("document/42be7f114c717920"))
                .isNotEmpty()
                .allSatisfy(document -> {
                    assertThat(document.has("issued")).isFalse();
                    assertThat(document.at("/basis").asText()).isEqualTo("inferred");
                });
    }

    /** The columns class, total and covered of a CSV result. */
    private static List<String> rows(String path) throws Exception {
        var lines = server.get(path, "Accept", "text/csv").body().lines().toList();
        var names = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> cells[names.indexOf("class")] + "," + cells[names.indexOf("total")] + ","
                        + cells[names.indexOf("covered")])
                .toList();
    }

    @Test
    void everyPartyAndEveryPairingHasAPage() throws Exception {
        for (var route : List.of("parties", "pairings", "observations")) {
            for (var id : ids(server.json("/api/v1/" + route + "?limit=500").at("/items"))) {
                assertThat(server.json("/api/v1/" + route + "/" + id)
                                .at("/label/zh")
                                .asText())
                        .as(id)
                        .isNotBlank();
            }
        }
    }

    static List<String> ids(JsonNode items) {
        return texts(items, "/id");
    }

    private static List<String> texts(JsonNode items, String path) {
        return elements(items).map(item -> item.at(path).asText()).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
