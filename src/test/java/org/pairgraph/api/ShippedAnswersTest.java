package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say, as the API tells it. */
class ShippedAnswersTest {
    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serve() {
        server = ServedHome.shipped(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        server.close();
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
    void everyPartyAndEveryPairingHasAPage() throws Exception {
        for (var route : List.of("parties", "pairings")) {
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

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
