package io.millrace.kernel.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences, held against plain counting customer by customer. */
class FindsWhatFollowsWhatTest {
    private static final int TODAY = 120;
    private static final int CUSTOMERS = 70;

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 90})
    void countsEachCustomerOnceAsPlainReadingDoes(int days) {
        List<Shoppers.Line> lines = Shoppers.random(days, CUSTOMERS, 7, TODAY);
        ItemHistories histories = Shoppers.histories(lines);
        List<Sequence> found = Sequences.of(histories, days, TODAY, 1, 100, 0);
        Map<List<String>, int[]> plain = plain(lines, days);

        int followed = 0;
        for (var pair : plain.entrySet()) {
            followed += pair.getValue()[1] > 0 ? 1 : 0;
        }
        assertThat(found).hasSize(followed).isNotEmpty();
        for (Sequence one : found) {
            String first = histories.items().get(one.first());
            String then = histories.items().get(one.then());
            int[] counts = counts(plain, first, then);
            assertThat(one.began()).isEqualTo(counts[0]);
            assertThat(one.followed()).isEqualTo(counts[1]);
            assertThat(one.support()).isEqualTo(counts[1] / (double) histories.size());
            assertThat(one.confidence()).isEqualTo(counts[1] / (double) counts[0]);
            double windows = 0;
            double with = 0;
            for (String other : histories.items()) {
                if (!other.equals(then)) {
                    windows += counts(plain, other, then)[0];
                    with += counts(plain, other, then)[1];
                }
            }
            assertThat(one.chance()).isCloseTo(with / windows, within(1e-12));
            assertThat(one.lift()).isCloseTo(one.confidence() / one.chance(), within(1e-9));
        }
    }

    private static int[] counts(Map<List<String>, int[]> plain, String first, String then) {
        return Objects.requireNonNull(plain.get(List.of(first, then)));
    }

    /** For each pair of different items: customers with a whole window, and those who followed. */
    private static Map<List<String>, int[]> plain(List<Shoppers.Line> lines, int days) {
        TreeSet<String> items = new TreeSet<>();
        lines.forEach(line -> items.add(line.item()));
        Map<List<String>, int[]> plain = new HashMap<>();
        for (String first : items) {
            for (String then : items) {
                int[] counts = new int[2];
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    TreeSet<Integer> firsts = bought(lines, customer, first);
                    if (firsts.isEmpty() || firsts.first() + days > TODAY) {
                        continue;
                    }
                    counts[0]++;
                    int from = firsts.first();
                    counts[1] +=
                            bought(lines, customer, then).stream()
                                            .anyMatch(day -> day > from && day <= from + days)
                                    ? 1
                                    : 0;
                }
                if (!first.equals(then)) {
                    plain.put(List.of(first, then), counts);
                }
            }
        }
        return plain;
    }

    private static TreeSet<Integer> bought(List<Shoppers.Line> lines, int customer, String item) {
        TreeSet<Integer> days = new TreeSet<>();
        for (Shoppers.Line line : lines) {
            if (line.customer() == customer && line.item().equals(item)) {
                days.add(line.day());
            }
        }
        return days;
    }

    @Test
    void tellsAMillAfterAPressFromAPressAfterAMill() {
        Random random = new Random(3);
        List<Shoppers.Line> lines = new ArrayList<>();
        for (int customer = 0; customer < 200; customer++) {
            int day = random.nextInt(60);
            lines.add(new Shoppers.Line(customer, day, "press", 1, 100));
            if (customer % 2 == 0) {
                lines.add(
                        new Shoppers.Line(customer, day + 1 + random.nextInt(20), "mill", 1, 100));
            }
            lines.add(new Shoppers.Line(customer, random.nextInt(TODAY), "lamp", 1, 100));
        }
        ItemHistories histories = Shoppers.histories(lines);

        List<Sequence> found = Sequences.of(histories, 30, TODAY, 5, 100, 0.4);

        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    assertThat(histories.items().get(one.first())).isEqualTo("press");
                    assertThat(histories.items().get(one.then())).isEqualTo("mill");
                    assertThat(one.confidence()).isEqualTo(0.5);
                    assertThat(one.lift()).isGreaterThan(1.3);
                });
    }

    @Test
    void theOrderOfThePurchasesChangesNothing() {
        List<Shoppers.Line> lines = Shoppers.random(5, CUSTOMERS, 7, TODAY);
        assertThat(Sequences.of(Shoppers.histories(lines, new Random(1)), 30, TODAY, 2, 100, 0))
                .isEqualTo(
                        Sequences.of(
                                Shoppers.histories(lines, new Random(2)), 30, TODAY, 2, 100, 0))
                .isNotEmpty();
    }
}
