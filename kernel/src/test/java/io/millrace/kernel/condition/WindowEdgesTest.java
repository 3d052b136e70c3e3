package io.millrace.kernel.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.property.FastFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which end of a window belongs to it. */
class WindowEdgesTest {
    private static final String NOW = "2024-06-01T00:00:00Z";

    @TempDir(factory = FastFolder.class)
    Path folder;

    private static Condition ordered(Window window) {
        return new Condition.Facts(
                Selection.of("order.completed"),
                Measure.COUNT,
                window,
                new ValueTest.Compares(Comparison.AT_LEAST, 1));
    }

    private Truth ordered(String at, Window window) {
        return new Asked(folder.resolve("o" + at.hashCode() + window.hashCode()), "Europe/London")
                .fact("order.completed", at)
                .truth(ordered(window), NOW);
    }

    @Test
    void betweenHasItsBeginningAndNotItsEnd() {
        Window window =
                new Window.Between(
                        Optional.of(Instant.parse("2024-05-01T10:00:00Z")),
                        Optional.of(Instant.parse("2024-05-02T10:00:00Z")));

        assertThat(ordered("2024-05-01T09:59:59.999999Z", window)).isEqualTo(Truth.FALSE);
        assertThat(ordered("2024-05-01T10:00:00Z", window)).isEqualTo(Truth.TRUE);
        assertThat(ordered("2024-05-02T09:59:59.999999Z", window)).isEqualTo(Truth.TRUE);
        assertThat(ordered("2024-05-02T10:00:00Z", window)).isEqualTo(Truth.FALSE);
    }

    @Test
    void datesHaveTheWholeOfTheirLastDayInTheZone() {
        Window window =
                new Window.Dates(
                        Optional.of(LocalDate.of(2024, 5, 1)),
                        Optional.of(LocalDate.of(2024, 5, 1)));

        assertThat(ordered("2024-04-30T22:59:59.999999Z", window)).isEqualTo(Truth.FALSE);
        assertThat(ordered("2024-04-30T23:00:00Z", window)).isEqualTo(Truth.TRUE);
        assertThat(ordered("2024-05-01T22:59:59.999999Z", window)).isEqualTo(Truth.TRUE);
        assertThat(ordered("2024-05-01T23:00:00Z", window)).isEqualTo(Truth.FALSE);
    }

    @Test
    void lastAndOlderShareAllFacts() {
        Window last = Window.lastDays(1);
        Window older = new Window.Older(Length.days(1));

        assertThat(ordered("2024-05-31T00:00:00Z", last)).isEqualTo(Truth.FALSE);
        assertThat(ordered("2024-05-31T00:00:00Z", older)).isEqualTo(Truth.TRUE);
        assertThat(ordered("2024-05-31T00:00:00.000001Z", last)).isEqualTo(Truth.TRUE);
        assertThat(ordered("2024-05-31T00:00:00.000001Z", older)).isEqualTo(Truth.FALSE);
        assertThat(ordered(NOW, last)).isEqualTo(Truth.TRUE);
    }

    @Test
    void sinceIsStrictlyAfterAndWithinHasItsEnd() {
        Window window =
                new Window.Since(
                        Selection.of("page.viewed"),
                        Window.Since.Occurrence.LAST,
                        Optional.of(Length.days(1)));
        Map<String, Truth> expected =
                Map.of(
                        "2024-05-01T10:00:00Z", Truth.FALSE,
                        "2024-05-01T10:00:00.000001Z", Truth.TRUE,
                        "2024-05-02T10:00:00Z", Truth.TRUE,
                        "2024-05-02T10:00:00.000001Z", Truth.FALSE);
        expected.forEach((at, truth) -> {
            Asked asked = new Asked(folder.resolve("s" + at.hashCode()), "UTC");
            asked.fact("page.viewed", "2024-04-30T12:00:00Z")
                    .fact("page.viewed", "2024-05-01T10:00:00Z")
                    .fact("order.completed", at);
            assertThat(asked.truth(ordered(window), NOW)).as(at).isEqualTo(truth);
        });
    }

    @Test
    void aSequenceIsStrictlyOrderedAndWithinHasItsEnd() {
        Map<String, Truth> expected =
                Map.of(
                        "2024-05-01T10:00:00Z", Truth.FALSE,
                        "2024-05-01T10:00:00.000001Z", Truth.TRUE,
                        "2024-05-02T10:00:00Z", Truth.TRUE,
                        "2024-05-02T10:00:00.000001Z", Truth.FALSE);
        expected.forEach((at, truth) -> {
            Asked asked = new Asked(folder.resolve("q" + at.hashCode()), "UTC");
            asked.fact("order.completed", "2024-05-01T10:00:00Z").fact("order.cancelled", at);
            assertThat(asked.truth(cancelled(List.of(), false), NOW)).as(at).isEqualTo(truth);
        });
    }

    @Test
    void whatHappensAtTheEndsOfASequenceDoesNotDisturbIt() {
        Condition undisturbed = cancelled(List.of(Selection.of("service.contact")), false);
        Map<String, Truth> expected =
                Map.of(
                        "2024-05-01T10:00:00Z", Truth.TRUE,
                        "2024-05-01T10:00:00.000001Z", Truth.FALSE,
                        "2024-05-01T11:59:59.999999Z", Truth.FALSE,
                        "2024-05-01T12:00:00Z", Truth.TRUE);
        expected.forEach((at, truth) -> {
            Asked asked = new Asked(folder.resolve("w" + at.hashCode()), "UTC");
            asked.fact("order.completed", "2024-05-01T10:00:00Z")
                    .fact("service.contact", at)
                    .fact("order.cancelled", "2024-05-01T12:00:00Z");
            assertThat(asked.truth(undisturbed, NOW)).as(at).isEqualTo(truth);
        });
    }

    @Test
    void theSameOrderMeansTheSameOrder() {
        Asked asked = new Asked(folder, "UTC");
        asked.fact("order.completed", "2024-05-01T10:00:00Z", "1001", Map.of())
                .fact("order.completed", "2024-05-01T11:00:00Z", "1002", Map.of())
                .fact("order.cancelled", "2024-05-02T10:30:00Z", "1001", Map.of());

        assertThat(asked.truth(cancelled(List.of(), false), NOW)).isEqualTo(Truth.TRUE);
        assertThat(asked.truth(cancelled(List.of(), true), NOW)).isEqualTo(Truth.FALSE);
    }

    private static Condition cancelled(List<Selection> without, boolean same) {
        return new Condition.Sequence(
                List.of(Selection.of("order.completed"), Selection.of("order.cancelled")),
                Optional.of(Length.days(1)),
                without,
                same ? Optional.of(new Property.Subject()) : Optional.empty(),
                Window.EVER);
    }
}
