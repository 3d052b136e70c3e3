package io.millrace.kernel.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instants that can be checked by hand. */
class UntilTest {
    private static final ValueTest SOME = new ValueTest.Compares(Comparison.AT_LEAST, 1);
    private static final ValueTest THREE = new ValueTest.Compares(Comparison.AT_LEAST, 3);

    @TempDir(factory = FastFolder.class)
    Path folder;

    private static Condition orders(Window window, ValueTest test) {
        return new Condition.Facts(Selection.of("order.completed"), Measure.COUNT, window, test);
    }

    @Test
    void atLeastThreeOfFiveEndsWhenTheThirdNewestLeaves() {
        Asked asked = new Asked(folder, "UTC");
        for (int day = 1; day <= 5; day++) {
            asked.fact("order.completed", "2024-01-0" + day + "T10:00:00Z");
        }
        Condition condition = orders(Window.lastDays(10), THREE);

        assertThat(asked.until(condition, "2024-01-06T00:00:00Z"))
                .isEqualTo(Instant.parse("2024-01-13T10:00:00Z"));
        assertThat(asked.truth(condition, "2024-01-13T09:59:59.999999Z")).isEqualTo(Truth.TRUE);
        assertThat(asked.truth(condition, "2024-01-13T10:00:00Z")).isEqualTo(Truth.FALSE);
    }

    @Test
    void todayEndsAfterTwentyThreeHoursWhereClocksGoForward() {
        Asked asked = new Asked(folder, "Europe/London");
        asked.fact("order.completed", "2024-03-31T00:30:00Z");
        Condition today = orders(new Window.Calendar(Window.Calendar.Unit.DAY, 0, 0), SOME);

        assertThat(asked.until(today, "2024-03-31T12:00:00Z"))
                .isEqualTo(Instant.parse("2024-03-31T23:00:00Z"));
    }

    @Test
    void aDayOfTwentyFourAndAHalfHoursIsADayOnLordHoweIsland() {
        Asked asked = new Asked(folder, "Australia/Lord_Howe");
        asked.fact("order.completed", "2024-04-06T13:00:00Z");
        Condition today = orders(new Window.Calendar(Window.Calendar.Unit.DAY, 0, 0), SOME);

        assertThat(asked.until(today, "2024-04-06T13:00:00Z"))
                .isEqualTo(Instant.parse("2024-04-07T13:30:00Z"));
    }

    @Test
    void yesterdayBeginsAtMidnightAndLastsADay() {
        Asked asked = new Asked(folder, "Asia/Shanghai");
        asked.fact("order.completed", "2024-05-01T03:00:00Z");
        Condition yesterday = orders(new Window.Calendar(Window.Calendar.Unit.DAY, -1, -1), SOME);

        assertThat(asked.truth(yesterday, "2024-05-01T04:00:00Z")).isEqualTo(Truth.FALSE);
        assertThat(asked.until(yesterday, "2024-05-01T04:00:00Z"))
                .isEqualTo(Instant.parse("2024-05-01T16:00:00Z"));
        assertThat(asked.until(yesterday, "2024-05-01T16:00:00Z"))
                .isEqualTo(Instant.parse("2024-05-02T16:00:00Z"));
    }

    @Test
    void aMonthAfterTheLastOfJanuaryIsTheLeapDay() {
        Asked asked = new Asked(folder, "UTC");
        asked.fact("order.completed", "2024-01-31T10:00:00Z");

        assertThat(
                        asked.until(
                                orders(new Window.Last(Length.months(1)), SOME),
                                "2024-02-10T00:00:00Z"))
                .isEqualTo(Instant.parse("2024-02-29T10:00:00Z"));
    }

    @Test
    void whoWasBornOnTheLeapDayHasTheAnniversaryOnTheTwentyEighth() {
        Asked asked = new Asked(folder, "America/New_York");
        asked.attribute("birthday", "2023-01-01T00:00:00Z", new Value.Text("2000-02-29"));
        Condition birthday = new Condition.Anniversary("birthday", 0, 0);

        assertThat(asked.until(birthday, "2023-02-01T00:00:00Z"))
                .isEqualTo(Instant.parse("2023-02-28T05:00:00Z"));
        assertThat(asked.truth(birthday, "2023-02-28T05:00:00Z")).isEqualTo(Truth.TRUE);
        assertThat(asked.until(birthday, "2023-02-28T05:00:00Z"))
                .isEqualTo(Instant.parse("2023-03-01T05:00:00Z"));
        assertThat(asked.until(birthday, "2024-02-01T00:00:00Z"))
                .isEqualTo(Instant.parse("2024-02-29T05:00:00Z"));
    }

    @Test
    void theNextFishingDayIsTheNextDayOfTheSchedule() {
        Asked asked = new Asked(folder, "Asia/Shanghai");
        asked.fact(
                "tag.added",
                "2024-05-01T00:00:00Z",
                "hobby",
                Map.of(
                        "category", new Value.Text("hobby"),
                        "value", new Value.Text("fishing"),
                        "days", new Value.Text("SAT,SUN")));
        Condition fishing = new Condition.Tag("hobby", Optional.of("fishing"), true);

        assertThat(asked.truth(fishing, "2024-05-02T00:00:00Z")).isEqualTo(Truth.FALSE);
        assertThat(asked.until(fishing, "2024-05-02T00:00:00Z"))
                .isEqualTo(Instant.parse("2024-05-03T16:00:00Z"));
        assertThat(asked.until(fishing, "2024-05-03T16:00:00Z"))
                .isEqualTo(Instant.parse("2024-05-05T16:00:00Z"));
    }

    @Test
    void aConsentThatExpiresEndsOnItsDay() {
        Asked asked = new Asked(folder, "UTC");
        Map<String, Value> ads =
                Map.of("purpose", new Value.Text("ads"), "channel", new Value.Text("email"));
        asked.fact("consent.given", "2024-01-01T00:00:00Z", null, ads)
                .fact("page.viewed", "2024-03-01T00:00:00Z")
                .fact("consent.withdrawn", "2025-01-01T00:00:00Z", null, ads);
        Condition consent = new Condition.Consent("ads", "email", Condition.Consent.State.GIVEN);

        assertThat(asked.truth(consent, "2024-02-01T00:00:00Z")).isEqualTo(Truth.TRUE);
        assertThat(asked.until(consent, "2024-02-01T00:00:00Z"))
                .isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void nothingButAFactChangesWhatDoesNotDependOnTime() {
        Asked asked = new Asked(folder, "UTC");
        asked.fact("order.completed", "2024-01-01T00:00:00Z");
        Condition ever = new Condition.All(List.of(orders(Window.EVER, SOME)));

        assertThat(asked.until(ever, "2024-02-01T00:00:00Z")).isNull();
    }

    @Test
    void aGroupStandsAsLongAsOneOfItsDecidingPartsDoes() {
        Asked asked = new Asked(folder, "UTC");
        asked.fact("order.completed", "2024-01-01T00:00:00Z");
        Condition either =
                new Condition.Any(
                        List.of(
                                orders(Window.lastDays(3), SOME),
                                orders(Window.lastDays(8), SOME),
                                orders(new Window.Older(Length.days(5)), SOME)));

        assertThat(asked.until(either, "2024-01-02T00:00:00Z"))
                .isEqualTo(Instant.parse("2024-01-09T00:00:00Z"));
    }
}
