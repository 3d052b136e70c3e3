package io.millrace.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The family life stage follows from who lives in a household, and from the day. */
class FamilyLifeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2000, single, -, -, -, bachelor",
                "1996, married, -, -, -, newly-paired",
                "1996, partnered, 0, -, -, newly-paired",
                "1990, married, 1, 2021-05-01, -, full-nest-1",
                "1990, married, -, 2020-03-03, -, full-nest-1",
                "1990, married, -, 2020-03-02, -, full-nest-2",
                "1975, married, 2, 2012-01-01, -, full-nest-3",
                "1975, divorced, 1, 2012-01-01, -, single-parent",
                "1970, married, 0, -, -, empty-nest-1",
                "1970, married, -, 2008-03-02, -, empty-nest-1",
                "1950, married, 0, -, retired, empty-nest-2",
                "1970, widowed, 0, -, -, survivor-1",
                "1950, widowed, 0, -, retired, survivor-2",
                "-, married, 0, -, -, -",
                "1990, -, 0, -, -, -",
                "1990, married, 2, -, -, -",
                "1990, married, 2, soon, -, -",
            })
    void isTheStageOfTheHousehold(
            String born, String marital, String children, String youngest, String work, String is) {
        Map<String, String> traits = new HashMap<>();
        put(traits, StandardVariables.BIRTH_YEAR, born);
        put(traits, StandardVariables.PARTNER, marital);
        put(traits, StandardVariables.CHILDREN_AT_HOME, children);
        put(traits, StandardVariables.YOUNGEST_BORN, youngest);
        put(traits, StandardVariables.WORK, work);

        assertThat(FamilyLife.stage(traits, DAY).orElse(null)).isEqualTo(is);
    }

    private static void put(Map<String, String> traits, String name, String value) {
        if (value != null) {
            traits.put(name, value);
        }
    }
}
