package org.pairgraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2023,              2023-01-01, 2023-12-31, year,  2023
            2023年,            2023-01-01, 2023-12-31, year,  2023
            2024-02,           2024-02-01, 2024-02-29, month, 2024-02
            2023年8月,         2023-08-01, 2023-08-31, month, 2023-08
            2023/8/31,         2023-08-31, 2023-08-31, day,   2023-08-31
            2023.08.31,        2023-08-31, 2023-08-31, day,   2023-08-31
            2023年8月31日,     2023-08-31, 2023-08-31, day,   2023-08-31
            2023 年 8 月 3 日, 2023-08-03, 2023-08-03, day,   2023-08-03
            ２０２３年８月,    2023-08-01, 2023-08-31, month, 2023-08
            2023年8月底,       2023-08-31, 2023-08-31, day,   2023-08-31
            2023年底,          2023-12-31, 2023-12-31, day,   2023-12-31
            2023/8/31 0:00,    2023-08-31, 2023-08-31, day,   2023-08-31
            """)
    void aDateSaysHowExactItIs(String text, LocalDate first, LocalDate last, String precision, String key)
            throws Exception {
        var moment = Moment.parse(text);

        assertThat(moment).isEqualTo(new Moment(first, last, precision));
        assertThat(moment.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2023-02-30, no such day
            2023-13,    no such day
            45169,      how the spreadsheet counts days
            8/31/2023,  not a date
            Aug-23,     not a date
            去年,        not a date
            1066,       between 1900 and 2100
            2023-8-31-1, not a date
            """)
    void whatIsNoDateIsRefusedWithAReason(String text, String reason) {
        assertThatThrownBy(() -> Moment.parse(text)).hasMessageContaining(reason);
    }

    @Test
    void aPeriodIsOneMomentOrTwo() throws Exception {
        assertThat(Period.parse("2021年")).isEqualTo(new Period(Moment.parse("2021"), Moment.parse("2021")));
        assertThat(Period.parse("2018-2022")).isEqualTo(new Period(Moment.parse("2018"), Moment.parse("2022")));
        assertThat(Period.parse("2021年3月至2022年6月"))
                .isEqualTo(new Period(Moment.parse("2021-03"), Moment.parse("2022-06")));
        assertThat(Period.parse("2021-03")).isEqualTo(new Period(Moment.parse("2021-03"), Moment.parse("2021-03")));
        assertThatThrownBy(() -> Period.parse("2022至2021")).hasMessageContaining("ends before it starts");
    }
}
