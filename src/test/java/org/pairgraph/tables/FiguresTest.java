package org.pairgraph.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pairgraph.vocab.PG;

/** Figures as an office writes them down. */
class FiguresTest {
    private static final String HEADER = "对象,指标,数值,单位,限定词,时期,开始日期,截至日期,状态,证据,来自,去往\n";
    private static final String PROVED = ",实际,evidence/ef5dbee3807e9e96/2147-2175,,\n";

    private static String row(String cells) {
        return HEADER + cells + PROVED;
    }

    @Test
    void theUnitIsTakenFromTheValueOrItsColumn() {
        for (var cells : new String[] {"4.5亿元,,", "45000万元,元,", "450000000,yuan,", "\"450,000,000\",元,准确"}) {
            var graph = Tables.converted("figures", row("茂名来宾协作,旅游总消费," + cells + ",2021,,"));
            var figure = Tables.id("observation/maoming-laibin/tourism-spending-2021");

            assertThat(Tables.objects(graph, figure, PG.value)).containsExactly("450000000.0");
            assertThat(Tables.objects(graph, figure, PG.unit)).containsExactly("yuan");
            assertThat(Tables.objects(graph, figure, PG.valueQualifier)).containsExactly("exact");
        }
    }

    @Test
    void whatIsPrintedIsKept() {
        var graph = Tables.converted("figures", row("451324,tourist-visits,近 95.73万,人次,,2021,,"));

        assertThat(Tables.objects(graph, Tables.id("observation/451324/tourist-visits-2021"), PG.printedValue))
                .containsExactly("近 95.73万人次");
    }

    @Test
    void aUnitThatMayBeSeveralIsDecidedByItsColumn() {
        assertThat(Tables.refused("figures", row("451324,resident-enterprises,12家,,,2021,,")))
                .singleElement()
                .asString()
                .startsWith("2C: this may mean several")
                .contains("enterprises, hospitals");
        var graph = Tables.converted("figures", row("451324,resident-enterprises,12家,家（企业）,,2021,,"));

        assertThat(Tables.objects(graph, Tables.id("observation/451324/resident-enterprises-2021"), PG.unit))
                .containsExactly("enterprises");
    }

    @Test
    void aPeriodHasTwoEndsAndACumulativeFigureAStartAndAnAsOf() {
        var year = Tables.converted("figures", row("451324,旅游总消费,1元,,,2021年3月至2022年6月,,"));
        var sum = Tables.converted("figures", row("451324,旅游总消费,1元,,,,2021,2022年8月底"));

        var first = Tables.id("observation/451324/tourism-spending-2021-03-2022-06");
        assertThat(Tables.objects(year, first, PG.startDate)).containsExactly("2021-03-01");
        assertThat(Tables.objects(year, first, PG.endDate)).containsExactly("2022-06-30");
        assertThat(Tables.objects(year, first, PG.asOf)).isEmpty();
        var second = Tables.id("observation/451324/tourism-spending-2021-2022-08-31");
        assertThat(Tables.objects(sum, second, PG.startDate)).containsExactly("2021-01-01");
        assertThat(Tables.objects(sum, second, PG.asOf)).containsExactly("2022-08-31");
        assertThat(Tables.objects(sum, second, PG.asOfPrecision)).containsExactly("day");
    }

    @Test
    void whereThingsComeFromAndGoToIsPartOfTheKey() {
        var table = HEADER + "茂名来宾协作,teachers-sent,5人,,,2021,,,实际,evidence/ef5dbee3807e9e96/2147-2175,茂名市,451300\n";

        assertThat(Tables.objects(
                        Tables.converted("figures", table),
                        Tables.id("observation/maoming-laibin/teachers-sent-440900-451300-2021"),
                        PG.from))
                .containsExactly("area/440900");
    }

    @Test
    void aRangeHasTwoValues() {
        var graph = Tables.converted("figures", row("451324,旅游总消费,3000-5000万元,,,2021,,"));
        var figure = Tables.id("observation/451324/tourism-spending-2021");

        assertThat(Tables.objects(graph, figure, PG.value)).containsExactly("30000000.0");
        assertThat(Tables.objects(graph, figure, PG.valueMax)).containsExactly("50000000.0");
        assertThat(Tables.objects(graph, figure, PG.valueQualifier)).containsExactly("range");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThat(Tables.refused(
                        "figures",
                        HEADER
                                + "451324,旅游总消费,5元,人,,2021,," + PROVED
                                + "451324,旅游总消费,5,,,2021,," + PROVED
                                + "451324,旅游总消费,5多元,,准确,2021,," + PROVED
                                + "451324,旅游总消费,5元,,,2021,2021,," + PROVED.substring(1)
                                + "451324,旅游总消费,5元,,,,," + PROVED
                                + "无此地,无此指标,许多,,,昨天,," + PROVED
                                + "451324,旅游总消费,5元,,范围,2021,," + PROVED))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("2D: the value has another unit, 元"),
                        problem -> assertThat(problem).startsWith("3C: there is no unit"),
                        problem -> assertThat(problem).startsWith("4E: the words in the value say something else"),
                        problem -> assertThat(problem).startsWith("5F: give the period, or start and end"),
                        problem -> assertThat(problem).startsWith("6F: one of 时期 (period)"),
                        problem -> assertThat(problem).startsWith("7A: no party or thing is called so"),
                        problem -> assertThat(problem)
                                .startsWith("7B: not in the list")
                                .contains("pairgraph query indicators"),
                        problem -> assertThat(problem).startsWith("7C: there is no number"),
                        problem -> assertThat(problem).startsWith("7F: this is not a date"),
                        problem -> assertThat(problem).startsWith("8E: a range has two numbers"));
    }
}
