package org.pairgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
    private final Readings readings = Readings.shipped();

    @ParameterizedTest
    @CsvSource({
        "都匀, du yun",
        "三都水族自治县, san du shui zu zi zhi xian",
        "花都区, hua du qu",
        "番禺区, pan yu qu",
        "长顺县, chang shun xian",
        "佛山市, fo shan shi",
        "黄埔区, huang pu qu",
        "大埔县, da bu xian",
        "单县, shan xian",
        "丽水市, li shui shi",
        "六安市, lu an shi",
        "乐山市, le shan shi",
        "乐清市, yue qing shi",
        "乐亭县, lao ting xian",
        "莘县, shen xian",
        "莘庄镇, xin zhuang zhen",
        "铅山县, yan shan xian",
        "蔚县, yu xian",
        "渑池县, mian chi xian",
        "洪洞县, hong tong xian",
        "亳州市, bo zhou shi",
        "重庆市, chong qing shi",
        "长子县, zhang zi xian",
        "广西藏族, guang xi zang zu",
        "中国银行, zhong guo yin hang",
        "绿, lu",
    })
    void aPlaceIsReadAsItsPeopleDo(String name, String expected) {
        assertThat(read(name)).isEqualTo(expected);
    }

    @Test
    void everyOtherReadingOfACharacterIsKnownToo() {
        var all = Arrays.stream(readings.of('都', readings.number("du")))
                .mapToObj(readings::syllable)
                .toList();

        assertThat(all).containsExactly("du", "dou");
    }

    @Test
    void everyShippedPlaceIsReadAsItsEnglishNameSays() {
        var graph = RDFDataMgr.loadModel("data/places/places.ttl").getGraph();
        var places = graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).toList();
        assertThat(places).hasSizeGreaterThan(100);

        for (var place : places) {
            var draft = Draft.of(graph, List.of(place.getSubject()), Supplement.NONE.composed())
                    .getFirst();
            var zh = draft.names().stream()
                    .filter(Draft.Name::isChinese)
                    .findFirst()
                    .orElseThrow();
            var en = draft.names().stream()
                    .filter(Draft.Name::isEnglish)
                    .findFirst()
                    .orElseThrow();

            var proper = Folding.words(en.text()).split(" ")[0];

            assertThat(read(zh.text()).replace(" ", "")).as(zh.text()).startsWith(proper);
        }
    }

    private String read(String name) {
        return Arrays.stream(readings.meant(Folding.han(name)))
                .mapToObj(readings::syllable)
                .collect(Collectors.joining(" "));
    }
}
