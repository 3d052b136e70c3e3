package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.property.Property;
import io.millrace.kernel.timeline.Micros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RfmScoringTest {
    /** One customer's figures; frequency 0 is a customer with refunds only. */
    private record Figures(int recency, int frequency, long monetary) {}

    @Test
    void quintilesAreCeilingOfFiveTimesMinimumRankByN() {
        Property.holds(500, RfmScoringTest::figures, RfmScoringTest::check);
    }

    @Test
    void typesByMeanMedianAndFixedThresholdsAreStrict() {
        Property.holds(300, RfmScoringTest::figures, RfmScoringTest::checkTypes);
    }

    @Test
    void everyCellOfTheGridHasOneRegionAndAllTenAreUsed() {
        List<RfmRegion> regions = new ArrayList<>();
        for (int r = 1; r <= 5; r++) {
            for (int fm = 1; fm <= 5; fm++) {
                regions.add(RfmRegion.of(r, fm));
            }
        }
        assertThat(regions).contains(RfmRegion.values());
        assertThat(RfmRegion.of(1, 5)).isEqualTo(RfmRegion.CANNOT_LOSE);
        assertThat(RfmRegion.of(3, 3)).isEqualTo(RfmRegion.NEED_ATTENTION);
        assertThat(RfmRegion.of(4, 1)).isEqualTo(RfmRegion.PROMISING);
        assertThat(RfmRegion.of(5, 1)).isEqualTo(RfmRegion.NEW);
        assertThat(RfmRegion.of(5, 3)).isEqualTo(RfmRegion.POTENTIAL_LOYALISTS);
        assertThat(RfmRegion.of(3, 4)).isEqualTo(RfmRegion.LOYAL);
    }

    @Test
    void theMeanOfFAndMIsRoundedHalfUp() {
        RfmTable table = table(List.of(new Figures(1, 1, 900), new Figures(2, 9, 100)));
        RfmRules rules =
                new RfmRules(
                        new RfmRules.Scale.Limits(
                                List.of(1L, 2L, 3L, 4L),
                                List.of(2L, 3L, 4L, 5L),
                                List.of(200L, 300L, 400L, 500L)),
                        new RfmRules.Weights(3, 2, 1),
                        new RfmRules.Types.Fixed(2, 1, 500),
                        RfmRules.Monetary.TOTAL);
        RfmScores scores = RfmScoring.score(table, rules);
        assertThat(scores.fm(0)).isEqualTo(3);
        assertThat(scores.r(0)).isEqualTo(4);
        assertThat(scores.total(0)).isEqualTo(3 * 4 + 2 + 5);
        assertThat(scores.type(0)).isEqualTo(CustomerType.IMPORTANT_DEVELOP);
        assertThat(scores.type(1)).isEqualTo(CustomerType.GENERAL_KEEP);
    }

    private static void check(List<Figures> all) {
        RfmTable table = table(all);
        RfmScores scores = RfmScoring.score(table, RfmRules.DEFAULT);
        for (int row = 0; row < all.size(); row++) {
            Figures own = all.get(row);
            long worseR = all.stream().filter(f -> age(f) > age(own)).count();
            long worseF = all.stream().filter(f -> f.frequency() < own.frequency()).count();
            long worseM = all.stream().filter(f -> f.monetary() < own.monetary()).count();
            boolean bought = own.frequency() > 0;
            assertThat(scores.r(row)).isEqualTo(bought ? score(worseR, all.size()) : 1);
            assertThat(scores.f(row)).isEqualTo(bought ? score(worseF, all.size()) : 1);
            assertThat(scores.m(row)).isEqualTo(score(worseM, all.size()));
        }
        assertThat(scores.cells().stream().mapToInt(RfmScores.Cell::customers).sum())
                .isEqualTo(all.size());
    }

    private static void checkTypes(List<Figures> all) {
        RfmTable table = table(all);
        for (RfmRules.Types types :
                List.of(
                        new RfmRules.Types.Mean(),
                        new RfmRules.Types.Median(),
                        new RfmRules.Types.Fixed(20, 2, 100))) {
            for (RfmRules.Monetary measure : RfmRules.Monetary.values()) {
                RfmScores scores =
                        RfmScoring.score(
                                table,
                                new RfmRules(
                                        new RfmRules.Scale.Quintiles(),
                                        new RfmRules.Weights(1, 1, 1),
                                        types,
                                        measure));
                RfmScores.Parting parting = scores.parting();
                double[] r =
                        all.stream()
                                .filter(f -> f.frequency() > 0)
                                .mapToDouble(Figures::recency)
                                .toArray();
                double[] m = all.stream().mapToDouble(f -> money(f, measure)).toArray();
                double expectedR = threshold(types, r, 20);
                double expectedM = threshold(types, m, 100);
                for (int row = 0; row < all.size(); row++) {
                    Figures own = all.get(row);
                    boolean big = scores.type(row).ordinal() < 4;
                    assertThat(big).isEqualTo(money(own, measure) > expectedM);
                    boolean recent = scores.type(row).ordinal() % 4 < 2;
                    assertThat(recent).isEqualTo(own.frequency() > 0 && own.recency() < expectedR);
                    boolean often = scores.type(row).ordinal() % 2 == 0;
                    assertThat(often).isEqualTo(own.frequency() > parting.frequency());
                }
            }
        }
    }

    private static double threshold(RfmRules.Types types, double[] values, double fixed) {
        if (types instanceof RfmRules.Types.Fixed) {
            return fixed;
        }
        if (values.length == 0) {
            return 0;
        }
        if (types instanceof RfmRules.Types.Mean) {
            return Arrays.stream(values).sum() / values.length;
        }
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static long money(Figures figures, RfmRules.Monetary measure) {
        if (measure == RfmRules.Monetary.TOTAL) {
            return figures.monetary();
        }
        return figures.frequency() == 0
                ? 0
                : (long) Math.floor((double) figures.monetary() / figures.frequency() + 0.5);
    }

    private static int age(Figures figures) {
        return figures.frequency() == 0 ? Integer.MAX_VALUE : figures.recency();
    }

    private static int score(long worse, int count) {
        return (int) Math.ceilDiv(5 * (worse + 1), count);
    }

    private static List<Figures> figures(RandomGenerator random) {
        List<Figures> figures = new ArrayList<>();
        int spread = 1 + random.nextInt(40);
        boolean wide = random.nextInt(4) == 0;
        for (int i = random.nextInt(60); i >= 0; i--) {
            int frequency = random.nextInt(random.nextBoolean() ? 3 : 9);
            long money = random.nextInt(spread) * 37L - 60;
            figures.add(
                    new Figures(
                            frequency == 0 ? RfmTable.NO_PURCHASE : random.nextInt(spread),
                            frequency,
                            wide ? money * 10_000_000 : money));
        }
        return figures;
    }

    private static RfmTable table(List<Figures> all) {
        RfmTable table = new RfmTable(0);
        for (int i = 0; i < all.size(); i++) {
            RfmFigures figures = table.figures();
            figures.reset();
            figures.frequency = all.get(i).frequency();
            figures.monetary = all.get(i).monetary();
            figures.last = -Micros.DAY * all.get(i).recency();
            table.add(0, i, figures);
        }
        return table;
    }
}
