package org.pairgraph.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.pairgraph.vocab.PG;

/** Lists of named schools, and of what else is paired by name. */
class OrganizationPairingsTest {
    private static final String PROVED = ",湛柳协作,实际,evidence/42be7f114c717920/4198-4219\n";
    private static final String HEADER = "支援方,支援方所在地,支援方拼音,支援方英文名,支援方所属组,受援方,受援方所属组,协作,状态,证据\n";

    private static String row(String cells) {
        return cells + PROVED;
    }

    @Test
    void aNewSchoolIsDescribedAndAKnownOneIsFound() {
        var graph =
                Tables.converted("school-pairings", HEADER + row("示例中学,湛江市,shìlì Zhōngxué,Example School,,融水县职业学校,"));

        var school = Tables.id("school/440800-shili-zhongxue");
        assertThat(Tables.objects(graph, school, RDFS.label.asNode())).containsExactly("Example School", "示例中学");
        assertThat(Tables.objects(graph, school, PG.within)).containsExactly("area/440800");
        assertThat(Tables.objects(
                        graph, Tables.id("pairing/school/440800-shili-zhongxue-450225-zhiye-xuexiao"), PG.supporter))
                .containsExactly("school/440800-shili-zhongxue");
        assertThat(Tables.objects(graph, Tables.id("school/450225-zhiye-xuexiao"), PG.within))
                .isEmpty();
    }

    @Test
    void aNewSchoolIsDescribedOnceAndNamedAgain() {
        var graph = Tables.converted(
                "school-pairings",
                HEADER + row("示例中学,湛江市,shili zhongxue,Example School,,融水县职业学校,") + row("示例中学,,,,,鹿寨职业教育中心,"));

        assertThat(graph.find(null, PG.supporter, Tables.id("school/440800-shili-zhongxue"))
                        .toList())
                .hasSize(2);
    }

    @Test
    void aSchoolThatIsNotKnownSaysWhatIsMissing() {
        assertThat(Tables.refused("school-pairings", HEADER + row("湛江机电学笑,湛江市,,,,融水县职业学校,")))
                .singleElement()
                .asString()
                .startsWith("2A: no school is called \"湛江机电学笑\"; do you mean 湛江机电学校?")
                .contains("支援方拼音 (supporter pinyin)");
    }

    @Test
    void anIdThatAnotherHasIsRefused() {
        assertThat(Tables.refused("school-pairings", HEADER + row("湛江机电分校,湛江市,jidian xuexiao,Branch,,融水县职业学校,")))
                .singleElement()
                .asString()
                .startsWith("2C: \"湛江机电分校\" would get the id of another, school/440800-jidian-xuexiao");
    }

    @Test
    void membersAreNamedAndTheirPairingIsPartOfTheCountedOne() {
        var graph = Tables.converted(
                "school-pairings", HEADER + row("湛江机电学校,,,,group/440800-school-11,鹿寨职业教育中心,group/450200-school-11"));

        assertThat(Tables.objects(graph, Tables.id("group/440800-school-11"), PG.namedMember))
                .containsExactly("school/440800-jidian-xuexiao");
        assertThat(Tables.objects(
                        graph,
                        Tables.id("pairing/school/440800-jidian-xuexiao-450223-zhiye-jiaoyu-zhongxin"),
                        PG.partOf))
                .containsExactly("pairing/school/440800-450200");
    }

    @Test
    void plannedPairingsAreNoPartOfActualOnes() {
        var table = HEADER
                + row("湛江机电学校,,,,group/440800-school-11,鹿寨职业教育中心,group/450200-school-11")
                        .replace("实际", "计划");

        assertThat(Tables.refused("school-pairings", table))
                .singleElement()
                .asString()
                .startsWith("2I: the counted pairing pairing/school/440800-450200 has another status");
    }

    @Test
    void groupsThatDoNotFitAreRefused() {
        assertThat(Tables.refused(
                        "school-pairings",
                        HEADER
                                + row("湛江机电学校,,,,group/440800-hospital-6,鹿寨职业教育中心,group/450200-school-11")
                                + row("湛江机电学校,,,,group/440800-school-11,鹿寨职业教育中心,group/451300-school-13")
                                + row("湛江机电学校,,,,group/nowhere,鹿寨职业教育中心,")))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("2E: the members of this group are not of this kind"),
                        problem -> assertThat(problem).startsWith("3: no counted pairing has these two groups"),
                        problem -> assertThat(problem).startsWith("4E: no counted group is called so"));
    }

    @Test
    void moreMembersThanAGroupCountsAreRefused() {
        var rows = new StringBuilder(HEADER);
        for (int school = 1; school <= 12; school++) {
            rows.append(
                    row("示例%1$d中,湛江市,shili %1$d zhong,School %1$d,group/440800-school-11,鹿寨职业教育中心,".formatted(school)));
        }

        assertThat(Tables.refused("school-pairings", rows.toString()))
                .singleElement()
                .asString()
                .contains("E: the group counts 11 members, and with this table 12 are named");
    }

    @Test
    void severalNamesHaveOnePlaceOrOneEach() {
        var graph = Tables.converted("school-pairings", HEADER + row("示例甲、示例乙,湛江市、廉江市,jia；yi,Jia; Yi,,融水县职业学校,"));
        assertThat(Tables.objects(graph, Tables.id("school/440881-yi"), PG.within))
                .containsExactly("area/440881");

        assertThat(Tables.refused("school-pairings", HEADER + row("示例甲、示例乙、示例丙,湛江市、廉江市,jia；yi,Jia; Yi,,融水县职业学校,")))
                .singleElement()
                .asString()
                .startsWith("2B: there are 3 names and 2 places");
    }

    @Test
    void aVillageIsAnArea() {
        var table = "支援方,支援方种类,支援方所在地,支援方拼音,支援方英文名,受援方,受援方种类,协作,状态,证据\n"
                + "示例公司,企业,湛江市,shili gongsi,Example Ltd,良陇村,村,湛柳协作,实际,evidence/b71d2d812b8c3aa1/1256-1310\n"
                + "示例社区,village,廉江市,shili,Example Community,良陇村,村,湛柳协作,实际,evidence/b71d2d812b8c3aa1/1256-1310\n";

        var graph = Tables.converted("organization-pairings", table);

        assertThat(Tables.objects(
                        graph,
                        Tables.id("pairing/village/440800-shili-gongsi-450225-hongshui-lianglong"),
                        PG.pairingKind))
                .containsExactly("village");
        assertThat(Tables.objects(graph, Tables.id("area/440881-shili"), PG.villageType))
                .containsExactly("community");
    }

    @Test
    void aKindThatIsAnAreaHasAnotherTemplate() {
        var table = "支援方,支援方种类,受援方,受援方种类,协作,状态,证据\n" + "湛江市,市,柳州市,市,湛柳协作,实际,evidence/b71d2d812b8c3aa1/1256-1310\n";

        assertThat(Tables.refused("organization-pairings", table))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("use that"));
    }

    @Test
    void newThingsOfAnExampleLieInItsNamespace() throws Exception {
        var folder = Path.of("data/templates/school-pairings");
        var conversion = TableTemplate.find("school-pairings")
                .orElseThrow()
                .convert(
                        Files.readString(folder.resolve("table.csv")).getBytes(StandardCharsets.UTF_8),
                        Tables.knownWith(folder.resolve("context.ttl")),
                        "https://w3id.org/pairgraph/synthetic/");

        assertThat(((Conversion.Converted) conversion).graph().find().toList())
                .isNotEmpty()
                .allSatisfy(triple ->
                        assertThat(triple.getSubject().getURI()).startsWith("https://w3id.org/pairgraph/synthetic/"));
    }
}
