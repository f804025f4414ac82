package org.pairgraph.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.pairgraph.vocab.PG;

class DocumentsAndPlacesTest {
    private static final String DOCUMENTS = "文件名,摘要值,标题,英文标题,文件种类,截至日期,印发日期,标识\n";
    private static final String DIGEST = "AB".repeat(32);

    @Test
    void aDocumentIsKnownByItsFileName() {
        var graph = Tables.converted(
                "documents",
                DOCUMENTS + "hezhou-2024-03.txt," + DIGEST + ",三月简报,March report,通报,2024年3月,2024-04-02,\n");

        var document = Tables.id("document/hezhou-2024-03");
        assertThat(Tables.objects(graph, document, PG.textDigest)).containsExactly("ab".repeat(32));
        assertThat(Tables.objects(graph, document, PG.asOf)).containsExactly("2024-03-01");
        assertThat(Tables.objects(graph, document, PG.documentKind)).containsExactly("report");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThat(Tables.refused(
                        "documents",
                        DOCUMENTS
                                + "../../etc/passwd," + DIGEST + ",三月,March,通报,2024,,\n"
                                + "三月简报.txt,12,三月,March,通报,2024,2024年,\n"))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("2A: only the name of the file"),
                        problem -> assertThat(problem).startsWith("3A: no id can be made of this file name"),
                        problem -> assertThat(problem).startsWith("3B: a SHA-256 has 64"),
                        problem -> assertThat(problem).startsWith("3G: a date of issue is a day"));
    }

    @Test
    void thePlaceAboveFollowsFromTheCode() {
        var graph = Tables.converted(
                "places",
                "代码,名称,英文名\n" + "530123,示例自治县,County A\n530100,示例市,City\n530000,示例省,Province\n539001,示例直管市,City B\n");

        assertThat(Tables.objects(graph, Tables.id("area/530123"), PG.within)).containsExactly("area/530100");
        assertThat(Tables.objects(graph, Tables.id("area/530123"), PG.countyType))
                .containsExactly("autonomous-county");
        assertThat(Tables.objects(graph, Tables.id("area/539001"), PG.within)).containsExactly("area/530000");
        assertThat(Tables.objects(graph, Tables.id("area/539001"), PG.countyType))
                .containsExactly("county-level-city");
        assertThat(graph.find(Tables.id("area/530000"), RDF.type.asNode(), PG.Province)
                        .toList())
                .hasSize(1);
    }

    @Test
    void aKnownPlaceThatIsCalledOtherwiseIsRemarkedWithTheTermsThatDiffer() {
        var conversion = Tables.convert("places", "代码,名称,英文名\n451324,别的自治县,Other County\n");

        assertThat(((Conversion.Converted) conversion).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.message().en()).contains("differs in rdfs:label:"));
    }

    @Test
    void aPlaceWithoutThePlaceAboveIsRefused() {
        assertThat(Tables.refused("places", "代码,名称,英文名\n530123,示例县,County\n440,x,y\n440999,示例,z\n"))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("2A: the area above (530100) is not described"),
                        problem -> assertThat(problem).startsWith("3A: a code has six digits"),
                        problem -> assertThat(problem).startsWith("4B: give the full name"));
    }
}
