package io.millrace.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsCellsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2011-09-01 08:26:00       | 2011-09-01T07:26:00Z
                    2011-09-01T08:26:00Z      | 2011-09-01T08:26:00Z
                    2011-09-01T08:26:00+08:00 | 2011-09-01T00:26:00Z
                    2011/9/1 8:26             | 2011-09-01T07:26:00Z
                    2011年9月1日              | 2011-08-31T23:00:00Z
                    2011年12月1日 下午3时05分 | 2011-12-01T15:05:00Z
                    20111201                  | 2011-12-01T00:00:00Z
                    40878.5                   | 2011-12-01T12:00:00Z
                    2011-12-01 08:26:00.125   | 2011-12-01T08:26:00.125Z
                    """)
    void readsTimesHoweverTheyAreWritten(String text, Instant expected) {
        assertThat(new DateText(DateOrder.YEAR_FIRST, LONDON).instant(text)).isEqualTo(expected);
    }

    @Test
    void readsDayAndMonthAsItIsTold() {
        assertThat(instant(DateOrder.MONTH_FIRST, "12/1/2010 8:26"))
                .isEqualTo("2010-12-01T08:26:00Z");
        assertThat(instant(DateOrder.DAY_FIRST, "1/12/10 12:30 AM"))
                .isEqualTo("2010-12-01T00:30:00Z");
    }

    private static @Nullable Instant instant(DateOrder order, String text) {
        return new DateText(order, LONDON).instant(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2011-13-01",
                "2011-02-30",
                "",
                "12",
                "1/2",
                "2011-09-01x",
                "99999999999999999999",
                "2011-09-01 25:00"
            })
    void takesNothingElseForADate(String text) {
        assertThat(instant(DateOrder.YEAR_FIRST, text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2.55       | 2550000
                    -1         | -1000000
                    0.0000001  | 0
                    1,234.50   | 1234500000
                    £ 12.00    | 12000000
                    ￥88       | 88000000
                    (3.10)     | -3100000
                    1.5E+3     | 1500000000
                    12,345     | 12345000000
                    """)
    void readsNumbersHoweverTheyAreWritten(String text, long micros) {
        assertThat(new NumberText(false).micros(text)).isEqualTo(micros);
    }

    @Test
    void readsADecimalCommaWhereSemicolonsSeparate() {
        assertThat(new NumberText(true).micros("1.234,50")).isEqualTo(1_234_500_000L);
        assertThat(new NumberText(true).micros("12,345")).isEqualTo(12_345_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two",
                "",
                "-",
                ".",
                "1.2.3",
                "NaN",
                "1e999999999",
                "1e-999999999",
                "0x10",
                "99999999999999999999999"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(new NumberText(false).micros(text)).isEqualTo(NumberText.NONE);
    }
}
