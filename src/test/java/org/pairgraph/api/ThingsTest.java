package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages of things of whatever class, and of the terms, over HTTP. */
@ExtendWith(ShippedServer.class)
class ThingsTest {
    private static final String PG = "https://w3id.org/pairgraph/ontology#";

    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    @Test
    void aProgrammeIsShownWithItsStatementsAndWhatPointsToIt() throws Exception {
        var page = server.json("/api/v1/things/programme/zhanjiang-liuzhou");

        assertThat(page.at("/class/iri").asText()).isEqualTo(PG + "Programme");
        assertThat(page.at("/label/zh").asText()).contains("湛");
        assertThat(values(page, PG + "supporterArea").at("/0/id").asText()).isEqualTo("area/440800");
        assertThat(page.path("incoming")).anySatisfy(way -> {
            assertThat(way.at("/property/iri").asText()).isEqualTo(PG + "programme");
            assertThat(way.at("/class/iri").asText()).isEqualTo(PG + "Pairing");
            assertThat(way.path("count").asInt())
                    .isGreaterThanOrEqualTo(way.path("items").size());
        });
        assertThat(page.path("truncated").asBoolean()).isFalse();
    }

    @Test
    void theNamesOfManyThingsComeInTheOrderOfAsking() throws Exception {
        var named = server.json("/api/v1/things?id=pairing/city/440800-450200"
                + "&id=https%3A%2F%2Fw3id.org%2Fpairgraph%2Fcode%2Fschool&id=group/440100-school-274&id=area/000000"
                + "&id=https%3A%2F%2Fw3id.org%2Fpairgraph%2Fontology%23supporter");

        assertThat(named.path("total").asInt()).isEqualTo(5);
        assertThat(named.at("/items/0/label/zh").asText()).isEqualTo("湛江市 → 柳州市（市结对）");
        assertThat(named.at("/items/1/label/en").asText()).isEqualTo("school");
        assertThat(named.at("/items/2/label/en").asText()).isEqualTo("274 schools of Guangzhou City");
        assertThat(named.at("/items/3/label").isEmpty()).isTrue();
        assertThat(named.at("/items/4/label/zh").asText()).isNotEmpty();
    }

    @Test
    void namesOfNothingAreNotAskedFor() throws Exception {
        assertThat(server.get("/api/v1/things").statusCode()).isEqualTo(400);
    }

    @Test
    void whatMuchPointsToIsCutAndSaysSo() throws Exception {
        var code = server.json("/api/v1/things/https%3A%2F%2Fw3id.org%2Fpairgraph%2Fcode%2Factual");

        assertThat(code.path("incoming")).anySatisfy(way -> {
            assertThat(way.path("items")).hasSize(5);
            assertThat(way.path("count").asInt()).isGreaterThan(50);
        });
    }

    @Test
    void everyPropertyOfEveryClassHasANameInBothLanguages() throws Exception {
        for (var id : new String[] {
            "area/450225",
            "evidence/42be7f114c717920/37-51",
            "evidence/42be7f114c717920/37-51%23selector",
            "https%3A%2F%2Fw3id.org%2Fpairgraph%2Fontology",
            "https%3A%2F%2Fw3id.org%2Fpairgraph%2Fontology%23County",
            "https%3A%2F%2Fw3id.org%2Fpairgraph%2Fontology%23supporter",
            "https%3A%2F%2Fw3id.org%2Fpairgraph%2Fcode%2Fcounty"
        }) {
            var page = server.json("/api/v1/things/" + id);
            for (var stated : page.path("statements")) {
                var iri = stated.at("/property/iri").asText();
                if (!iri.startsWith("http://purl.org/vocab/vann/")) {
                    assertThat(stated.at("/property/label/zh").asText()).as(iri).isNotEmpty();
                    assertThat(stated.at("/property/label/en").asText()).as(iri).isNotEmpty();
                }
            }
            assertThat(page.at("/class/label/en").asText()).as(id).isNotEmpty();
        }
    }

    @Test
    void everyTermIsListedWithItsWordsAndItsUses() throws Exception {
        var terms = server.json("/api/v1/terms");

        assertThat(term(terms, PG + "Claim").path("uses").asInt())
                .isGreaterThan(term(terms, PG + "Pairing").path("uses").asInt());
        assertThat(term(terms, PG + "Pairing").path("uses").asInt())
                .isEqualTo(server.json("/api/v1/pairings").path("total").asInt());
        assertThat(term(terms, "https://w3id.org/pairgraph/code/county")
                        .at("/definition/zh")
                        .asText())
                .isNotEmpty();
        assertThat(terms.path("total").asInt()).isEqualTo(terms.path("items").size());
    }

    private static JsonNode term(JsonNode terms, String iri) {
        return StreamSupport.stream(terms.path("items").spliterator(), false)
                .filter(term -> term.path("iri").asText().equals(iri))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode values(JsonNode page, String property) {
        return StreamSupport.stream(page.path("statements").spliterator(), false)
                .filter(stated -> stated.at("/property/iri").asText().equals(property))
                .map(stated -> stated.path("values"))
                .findFirst()
                .orElseThrow();
    }
}
