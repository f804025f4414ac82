package org.pairgraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2.47亿元        | 247000000    | -        | -         | 元
            95.73万人次     | 957300       | -        | -         | 人次
            2,100多人       | 2100         | -        | more-than | 人
            10多万人        | 100000       | -        | more-than | 人
            3万多亩         | 30000        | -        | more-than | 亩
            约3.5万         | 35000        | -        | about     | ''
            近1000          | 1000         | -        | nearly    | ''
            1800元以上      | 1800         | -        | at-least  | 元
            超过500家       | 500          | -        | more-than | 家
            不超过 20 天    | 20           | -        | at-most   | 天
            300人左右       | 300          | -        | about     | 人
            27.37%          | 27.37        | -        | -         | %
            ２，１００人    | 2100         | -        | -         | 人
            3000-5000亩     | 3000         | 5000     | range     | 亩
            3000-5000万元   | 30000000     | 50000000 | range     | 元
            500至1万元      | 500          | 10000    | range     | 元
            1.2万亿元       | 1200000000000 | -       | -         | 元
            5千米           | 5            | -        | -         | 千米
            5千人           | 5000         | -        | -         | 人
            -3.5            | -3.5         | -        | -         | ''
            about 1,200     | 1200         | -        | about     | ''
            0               | 0            | -        | -         | ''
            """)
    void aNumberIsReadAsPrinted(String text, BigDecimal value, BigDecimal max, String qualifier, String unit)
            throws Exception {
        var figure = Figure.parse(text);

        assertThat(figure.value()).isEqualByComparingTo(value);
        assertThat(figure.max().orElse(null))
                .usingComparator(
                        (one, other) -> one == null || other == null ? (one == other ? 0 : 1) : one.compareTo(other))
                .isEqualTo(max);
        assertThat(figure.qualifier().orElse(null)).isEqualTo(qualifier);
        assertThat(figure.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            三百人            | there is no number
            1.5E+05           | shortened the number
            1,5亿             | not one number
            12 34             | not one number
            5000-3000亩       | the range begins above its end
            约3000多          | different things
            2022年3月         | not one number
            """)
    void whatIsNoNumberIsRefusedWithAReason(String text, String reason) {
        assertThatThrownBy(() -> Figure.parse(text)).hasMessageContaining(reason);
    }
}
