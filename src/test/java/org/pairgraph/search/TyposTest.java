package org.pairgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {

    @ParameterizedTest
    @CsvSource({
        "guangdnog, guangdongsheng, true",
        "guangong, guangdongsheng, true",
        "guanggdong, guangdongsheng, true",
        "guamgdong, guangdongsheng, true",
        "ugangdong, guangdong, true",
        "guangdongg, guangdong, true",
        "guangdonggg, guangdong, false",
        "guagndnog, guangdongsheng, false",
        "guangxi, guangdong, false",
    })
    void oneLetterMayBeWrong(String text, String of, boolean isNearly) {
        assertThat(Typos.isNearlyBeginning(text, of)).isEqualTo(isNearly);
    }

    @Test
    void aWordHasEveryNeighbourOnce() {
        var neighbours = Typos.of("ab").toList();

        assertThat(neighbours)
                .contains("a", "b", "ba", "abc", "cab", "acb", "ac", "cb")
                .doesNotContain("ab", "abcd");
        assertThat(neighbours).doesNotHaveDuplicates().hasSize(2 + 1 + 2 * 25 + (3 * 26 - 2));
    }
}
