package io.millrace.kernel.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Opening;
import io.millrace.kernel.timeline.SealedDates;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedDatesTest {
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final LocalDate BORN = LocalDate.parse("1990-06-03");
    private static final Condition BIRTHDAY_SOON = new Condition.Anniversary("birthday", 3, 3);

    @TempDir(factory = FastFolder.class)
    Path folder;

    private final SealedDates dates = new SealedDates();
    private TimelineStore store;

    @BeforeEach
    void storeOneSealedBirthday() {
        store = ((Opening.Opened) TimelineStore.open(folder)).store();
        store.apply(
                new Asked(folder, "UTC")
                        .attribute("birthday", "2024-01-01T00:00:00Z", new Value.Sealed("x1"))
                        .attribute("city", "2024-01-01T00:00:00Z", new Value.Sealed("x2"))
                        .facts(),
                1);
        store.know(dates);
    }

    @Test
    void isUnknownUntilItIsOpened() {
        assertThat(truth(BIRTHDAY_SOON)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void answersQuestionsAboutDates() {
        openAll();
        assertThat(truth(BIRTHDAY_SOON)).isEqualTo(Truth.TRUE);
        assertThat(truth(born(Comparison.LESS_THAN))).isEqualTo(Truth.FALSE);
        assertThat(truth(born(Comparison.AT_LEAST))).isEqualTo(Truth.TRUE);
    }

    @Test
    void answersNoOtherQuestion() {
        openAll();
        assertThat(truth(attribute(new ValueTest.Equals(new Value.Text(BORN.toString())))))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(truth(attribute(new ValueTest.StartsWith("1990")))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(attribute(new ValueTest.Compares(Comparison.AT_LEAST, 0))))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void isNotShownWhenTheAnswerIsExplained() {
        openAll();
        Evaluator evaluator = measured(born(Comparison.AT_LEAST));
        assertThat(evaluator.explain(0).found().value()).isEmpty();
        assertThat(evaluator.explain(0).found().isSealed()).isTrue();
    }

    @Test
    void showsOnlyTheValuesOfTheAttributesThatWereAskedFor() {
        openAll();
        assertThat(dates.size()).isEqualTo(1);
    }

    @Test
    void keepsEveryDateWhileItGrows() {
        for (int i = 0; i < 5_000; i++) {
            dates.put("cipher " + i, i - 2_500);
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(dates.day("cipher " + i)).isEqualTo(i - 2_500);
        }
        assertThat(dates.knows("another")).isFalse();
    }

    private void openAll() {
        store.snapshot()
                .sealedValues(
                        Set.of("birthday"), (_, _, sealed) -> dates.put(sealed, BORN.toEpochDay()));
    }

    private static Condition born(Comparison comparison) {
        return attribute(new ValueTest.Dated(comparison, BORN));
    }

    private static Condition attribute(ValueTest test) {
        return new Condition.Attribute("birthday", test);
    }

    private Truth truth(Condition condition) {
        return measured(condition).truth(0);
    }

    private Evaluator measured(Condition condition) {
        Evaluator evaluator =
                Evaluator.of(List.of(condition), store.snapshot().dictionary(), ZoneOffset.UTC);
        evaluator.measure(store.snapshot().timeline(Asked.CUSTOMER), Micros.of(NOW));
        return evaluator;
    }
}
