package io.millrace.kernel.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals of repurchase with those counted who have not come back yet, and due dates by them. */
class TellsWhenPurchasesRunOutTest {
    private static final int TODAY = 400;

    /** The 6-MP arm of Freireich et al., Blood 21 (1963): weeks in remission, as printed widely. */
    @Test
    void estimatesAsThePublishedTableDoes() {
        double[] weeks = {
            6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
        };
        boolean[] relapsed = new boolean[weeks.length];
        for (int i : new int[] {0, 1, 2, 4, 6, 9, 10, 14, 15}) {
            relapsed[i] = true;
        }

        Survival curve = Survival.of(weeks, relapsed);

        double[] remission = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        double[] at = {6, 7, 10, 13, 16, 22, 23};
        assertThat(curve.steps()).isEqualTo(at.length);
        for (int step = 0; step < at.length; step++) {
            assertThat(curve.time(step)).isEqualTo(at[step]);
            assertThat(1 - curve.happened(step)).isCloseTo(remission[step], within(5e-5));
        }
        assertThat(curve.quantile(0.5)).isEqualTo(23);
        assertThat(curve.quantile(0.9)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsSpellsAsPlainReadingDoes(long seed) {
        List<Shoppers.Line> lines = Shoppers.random(seed, 90, 5, TODAY);
        ItemHistories histories = Shoppers.histories(lines);

        for (Repurchase product : Repurchases.of(histories, TODAY).all()) {
            String item = histories.items().get(product.item());
            List<Double> days = new ArrayList<>();
            List<Boolean> ended = new ArrayList<>();
            int buyers = 0;
            int again = 0;
            for (int customer = 0; customer < 90; customer++) {
                List<Integer> visits = new ArrayList<>(bought(lines, customer, item).keySet());
                buyers += visits.isEmpty() ? 0 : 1;
                again += visits.size() > 1 ? 1 : 0;
                for (int i = 0; i < visits.size(); i++) {
                    boolean last = i == visits.size() - 1;
                    days.add((double) ((last ? TODAY : visits.get(i + 1)) - visits.get(i)));
                    ended.add(!last);
                }
            }
            assertThat(product.buyers()).isEqualTo(buyers);
            assertThat(product.again()).isEqualTo(again);
            assertThat(product.intervals())
                    .isEqualTo((int) ended.stream().filter(one -> one).count());
            assertThat(product.withinYear()).isCloseTo(share(days, ended, 365), within(1e-12));
        }
    }

    /** The product over the days one after another, straight from the definition. */
    private static double share(List<Double> days, List<Boolean> ended, int until) {
        double survival = 1;
        for (int day = 0; day <= until; day++) {
            double risk = 0;
            double events = 0;
            for (int i = 0; i < days.size(); i++) {
                risk += days.get(i) >= day ? 1 : 0;
                events += ended.get(i) && days.get(i) == day ? 1 : 0;
            }
            survival *= events > 0 ? 1 - events / risk : 1;
        }
        return 1 - survival;
    }

    private static TreeMap<Integer, Integer> bought(
            List<Shoppers.Line> lines, int customer, String item) {
        TreeMap<Integer, Integer> bought = new TreeMap<>();
        for (Shoppers.Line line : lines) {
            if (line.customer() == customer && line.item().equals(item)) {
                bought.merge(line.day(), line.quantity(), Integer::sum);
            }
        }
        return bought;
    }

    @Test
    void findsTheIntervalOfThoseWhoComeBackAmongManyWhoDoNot() {
        Random random = new Random(4);
        List<Shoppers.Line> lines = new ArrayList<>();
        for (int customer = 0; customer < 600; customer++) {
            int day = random.nextInt(200);
            lines.add(new Shoppers.Line(customer, day, "soap", 1, 100));
            while (random.nextInt(10) < 6) {
                day += 28 + random.nextInt(5);
                if (day <= TODAY) {
                    lines.add(new Shoppers.Line(customer, day, "soap", 1, 100));
                }
            }
        }

        Repurchase soap = Repurchases.of(Shoppers.histories(lines), TODAY).all().getFirst();

        assertThat(soap.replenishes()).isTrue();
        assertThat(soap.withinYear()).isBetween(0.5, 0.7);
        assertThat(soap.median()).isBetween(29.0, 31.0);
        assertThat(soap.lower()).isGreaterThanOrEqualTo(28).isLessThanOrEqualTo(soap.median());
        assertThat(soap.upper()).isGreaterThanOrEqualTo(soap.median()).isLessThanOrEqualTo(32);
        assertThat(soap.perUnit()).isFalse();
    }

    @Test
    void lastsLongerWithMoreUnitsWhereThePurchasesSaySo() {
        Random random = new Random(8);
        List<Shoppers.Line> lines = new ArrayList<>();
        for (int customer = 0; customer < 300; customer++) {
            int day = random.nextInt(100);
            for (int visit = 0; visit < 3 && day <= TODAY; visit++) {
                int units = 1 + random.nextInt(3);
                lines.add(new Shoppers.Line(customer, day, "beans", units, 100));
                lines.add(new Shoppers.Line(customer, day, "news", units, 100));
                day += units * (20 + random.nextInt(5));
            }
        }
        // The newspaper is bought on the same days, but by its own rhythm.
        lines.replaceAll(line ->
                line.item().equals("news")
                        ? new Shoppers.Line(
                                line.customer(),
                                line.day() / 30 * 30,
                                "news",
                                1 + line.day() % 3,
                                1)
                        : line);

        ItemHistories histories = Shoppers.histories(lines);
        Repurchases repurchases = Repurchases.of(histories, TODAY);
        Repurchase beans = repurchases.all().get(histories.numberOf("beans"));

        assertThat(beans.perUnit()).isTrue();
        assertThat(beans.median()).isBetween(20.0, 24.0);
        List<int[]> dues = new ArrayList<>();
        repurchases.forEachDue((row, item, last, due, interval) ->
                dues.add(new int[] {row, item, last, due, interval}));
        int[] first = dues.stream().filter(due -> due[1] == beans.item()).findFirst().orElseThrow();
        TreeMap<Integer, Integer> bought = bought(lines, first[0], "beans");
        assertThat(first[2]).isEqualTo(bought.lastKey());
        assertThat(first[3] - first[2])
                .isEqualTo((int) Math.rint(beans.median() * bought.lastEntry().getValue()));
    }

    @Test
    void followsACustomersOwnRhythmWhereItIsKnown() {
        List<Shoppers.Line> lines = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            int rhythm = customer == 7 ? 11 : 50;
            for (int day = customer; day < 300; day += rhythm) {
                lines.add(new Shoppers.Line(customer, day, "soap", 1, 100));
            }
        }

        int[] due = new int[40];
        Repurchases.of(Shoppers.histories(lines), TODAY)
                .forEachDue((row, _, last, when, _) -> due[row] = when - last);

        assertThat(due[7]).isEqualTo(11);
        assertThat(Arrays.stream(due).filter(days -> days == 50).count()).isEqualTo(39);
    }

    @Test
    void theOrderOfThePurchasesChangesNothing() {
        List<Shoppers.Line> lines = Shoppers.random(5, 90, 5, TODAY);
        assertThat(told(lines, 1)).isEqualTo(told(lines, 2));
    }

    private static List<Object> told(List<Shoppers.Line> lines, long order) {
        List<Object> told = new ArrayList<>();
        Repurchases repurchases =
                Repurchases.of(Shoppers.histories(lines, new Random(order)), TODAY);
        for (Repurchase one : repurchases.all()) {
            told.add(List.of(one.item(), one.withinYear(), one.median(), one.upper()));
        }
        repurchases.forEachDue((row, item, last, due, interval) ->
                told.add(List.of(row, item, last, due, interval)));
        return told;
    }
}
