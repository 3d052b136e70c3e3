package io.millrace.kernel.model.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.basket.ItemLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log whose elasticity is known gives it back, and refuses what it cannot tell. */
class FindsElasticitiesTest {
    private static final int PRODUCTS = 12;
    private static final int WEEKS = 104;
    private static final double PRICE = -2.1;
    private static final double DEAL = 0.7;
    private static final double AFTER = -0.3;

    /** Monday 2026-01-05. */
    private static final int TODAY = 20_458;

    private record Line(int day, int product, long amount, long asked) {}

    private enum Prices {
        OWN,
        TOGETHER,
        NEVER
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasPutInIsWithinTheInterval(long seed) {
        Demand.Group group = group(lines(seed, Prices.OWN), seed);

        assertThat(group.used()).isEqualTo(PRODUCTS);
        within(group.price(), PRICE);
        within(group.promotion(), DEAL);
        within(group.after(), AFTER);
        assertThat(group.gained()).isPositive();
        assertThat(group.lost()).isPositive().isLessThan(group.gained());
    }

    private static void within(Demand.Told told, double truth) {
        Demand.Effect effect = Objects.requireNonNull(told.effect());
        // Wider than the interval, for one in twenty lies outside of it.
        double reach = 1.5 * (effect.high() - effect.low()) / 2;
        assertThat(truth).isBetween(effect.value() - reach, effect.value() + reach);
        assertThat(effect.error()).isLessThan(0.2);
    }

    @Test
    void theOrderOfPurchasesChangesNothing() {
        List<Line> lines = lines(4, Prices.OWN);

        assertThat(group(lines, 99)).isEqualTo(group(lines, 98));
    }

    @Test
    void pricesThatChangeTogetherAreNotToldFromTheSeason() {
        Demand.Group group = group(lines(5, Prices.TOGETHER), 1);

        assertThat(group.price().lack()).isEqualTo(Demand.Lack.TOGETHER);
        assertThat(group.promotion().effect()).isNotNull();
    }

    @Test
    void pricesThatNeverChangeTellNothing() {
        assertThat(group(lines(6, Prices.NEVER), 1).price().lack()).isEqualTo(Demand.Lack.CHANGES);
    }

    @Test
    void productsThatSellInFewWeeksAreNotUsed() {
        List<Line> few =
                lines(7, Prices.OWN).stream()
                        .filter(line -> Weeks.week(line.day) % 3 == 0)
                        .toList();

        Demand.Group group = group(few, 1);

        assertThat(group.products()).isEqualTo(PRODUCTS);
        assertThat(group.used()).isZero();
        assertThat(group.price().lack()).isEqualTo(Demand.Lack.PRODUCTS);
    }

    private static Demand.Group group(List<Line> lines, long order) {
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(order));
        ItemLog log = new ItemLog();
        for (int i = 0; i < shuffled.size(); i++) {
            Line line = shuffled.get(i);
            log.line(line.day, line.product, 1, line.amount, line.asked);
            log.customer(0, i);
        }
        ItemHistories histories = log.histories("product %02d"::formatted);
        return new Demand(histories, TODAY, DemandRules.USUAL)
                .of(IntStream.range(0, PRODUCTS).toArray());
    }

    private static List<Line> lines(long seed, Prices prices) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        double[] levels = new double[PRODUCTS];
        boolean[] before = new boolean[PRODUCTS];
        for (int week = 0; week < WEEKS; week++) {
            double season = 0.3 * Math.sin(week / 8.0);
            double common = Math.exp(0.1 * random.nextGaussian());
            for (int product = 0; product < PRODUCTS; product++) {
                if (week % 13 == 0) {
                    double own = Math.exp(0.1 * random.nextGaussian());
                    levels[product] =
                            switch (prices) {
                                case OWN -> own;
                                case TOGETHER -> common;
                                case NEVER -> 1;
                            };
                }
                boolean deal = random.nextInt(10) == 0;
                double mean =
                        8
                                * Math.exp(season + 0.05 * product)
                                * Math.pow(levels[product], PRICE)
                                * (deal ? Math.exp(DEAL) : 1)
                                * (before[product] ? Math.exp(AFTER) : 1);
                before[product] = deal;
                long asked = Math.round(10_000 * levels[product]);
                for (int units = poisson(mean, random); units > 0; units--) {
                    int day = TODAY - 7 * (WEEKS - week) + random.nextInt(7);
                    lines.add(new Line(day, product, deal ? asked * 8 / 10 : asked, asked));
                }
            }
        }
        return lines;
    }

    private static int poisson(double mean, Random random) {
        int count = 0;
        for (double at = -Math.log(1 - random.nextDouble());
                at < mean;
                at -= Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }
}
