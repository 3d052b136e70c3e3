package io.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.audiences.Audiences;
import io.millrace.insights.Insights;
import io.millrace.kernel.model.Pareto;
import io.millrace.models.Models;
import io.millrace.sample.brand.Life;
import io.millrace.sample.brand.Person;
import io.millrace.sample.brand.SampleBrand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was the case at a day equals what a database says that never heard of later days. */
class CutDataTest {
    private static final Instant END = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant CUT = Instant.parse("2026-01-15T00:00:00Z");
    private static final House WHOLE = House.open();
    private static final House CUT_OFF = House.open();

    @BeforeAll
    static void load() {
        List<Life> lives = new SampleBrand(12, 400, END).lives().toList();
        // Who they were could be learnt later: visitors that join after the cut are left out.
        List<Life> joined = lives.stream().filter(life -> joinedBy(life, CUT)).toList();
        List<Life> later = lives.stream().filter(life -> joinedAfter(life, CUT)).toList();
        WHOLE.load(joined);
        WHOLE.load(later);
        CUT_OFF.load(joined.stream().map(CutDataTest::cut).toList());
    }

    @AfterAll
    static void close() {
        WHOLE.close();
        CUT_OFF.close();
    }

    @Test
    void rfmIsTheSame() {
        Models.Rfm whole = WHOLE.get(Models.class).rfm(CUT);
        Models.Rfm cut = CUT_OFF.get(Models.class).rfm(CUT);

        assertThat(whole.scores().cells()).isEqualTo(cut.scores().cells());
        assertThat(whole.scores().typeTotals()).isEqualTo(cut.scores().typeTotals());
        assertThat(whole.scores().limits()).isEqualTo(cut.scores().limits());
        assertThat(whole.figures().table().size()).isPositive();
        assertThat(whole.figures().customers()).isEqualTo(cut.figures().customers());
    }

    @Test
    void stagesAreTheSame() {
        for (String scheme : List.of("activity", "relationship", "operation")) {
            assertThat(stages(WHOLE, scheme)).isEqualTo(stages(CUT_OFF, scheme));
        }
    }

    @Test
    void theOverviewAndTheSpreadAreTheSame() {
        Insights.Overview whole = WHOLE.get(Insights.class).overview(CUT, Insights.PERIOD_DAYS);
        Insights.Overview cut = CUT_OFF.get(Insights.class).overview(CUT, Insights.PERIOD_DAYS);

        assertThat(whole.changes()).isEqualTo(cut.changes());
        assertThat(whole.revenueByMonth()).isEqualTo(cut.revenueByMonth());
        assertThat(whole.profit()).isEqualTo(cut.profit());
        assertThat(whole.topProducts()).isEqualTo(cut.topProducts());
        for (Pareto.Measure measure : Pareto.Measure.values()) {
            assertThat(WHOLE.get(Insights.class).spread(measure, CUT).pyramid())
                    .isEqualTo(CUT_OFF.get(Insights.class).spread(measure, CUT).pyramid());
        }
    }

    private static Map<String, Integer> stages(House house, String scheme) {
        return house.get(Audiences.class).stages(scheme, CUT).orElseThrow().stages().stream()
                .collect(Collectors.toMap(Audiences.Stage::key, Audiences.Stage::customers));
    }

    private static boolean joinedBy(Life life, Instant cut) {
        return !life.person().joinedAt().isAfter(cut);
    }

    private static boolean joinedAfter(Life life, Instant cut) {
        return !joinedBy(life, cut)
                && life.happenings().stream().allMatch(happening -> happening.at().isAfter(cut));
    }

    private static Life cut(Life life) {
        Person person = life.person();
        return new Life(
                person,
                life.happenings().stream()
                        .filter(happening -> !happening.at().isAfter(CUT))
                        .toList());
    }
}
