package io.millrace.kernel.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed sets of items, held against trying all subsets. */
class FindsBundlesTest {
    private static final int ITEMS = 6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsExactlyTheClosedSetsThatAreMoreThanChance(long seed) {
        ItemHistories histories = Shoppers.histories(Shoppers.random(seed, 60, ITEMS, 20));
        List<Set<Integer>> visits = visits(histories);
        double support = 0.02;
        int least = (int) Math.ceil(support * visits.size() - 1e-9);
        List<Bundle> expected = new ArrayList<>();
        for (int mask = 0; mask < 1 << histories.items().size(); mask++) {
            Set<Integer> set = set(mask);
            long count = count(visits, set);
            if (set.size() < 2 || set.size() > 4 || count < least) {
                continue;
            }
            boolean closed = true;
            boolean maximal = true;
            double chance = 1;
            for (int item = 0; item < histories.items().size(); item++) {
                Set<Integer> more = new TreeSet<>(set);
                if (more.add(item)) {
                    closed &= count(visits, more) < count;
                    maximal &= count(visits, more) < least;
                } else {
                    chance *= count(visits, Set.of(item)) / (double) visits.size();
                }
            }
            double lift = count / (double) visits.size() / chance;
            if (closed && lift > 1) {
                expected.add(
                        new Bundle(
                                set.stream().mapToInt(i -> i).toArray(),
                                (int) count,
                                count / (double) visits.size(),
                                lift,
                                maximal,
                                0,
                                0));
            }
        }

        List<Bundle> found = Bundles.of(histories, support, 4);

        assertThat(found).hasSameSizeAs(expected);
        for (Bundle bundle : found) {
            assertThat(expected)
                    .anySatisfy(one -> {
                        assertThat(one.items()).isEqualTo(bundle.items());
                        assertThat(one.count()).isEqualTo(bundle.count());
                        assertThat(one.lift()).isCloseTo(bundle.lift(), within(1e-9));
                        assertThat(one.maximal()).isEqualTo(bundle.maximal());
                    });
        }
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.lift(), a.lift()));
    }

    private static List<Set<Integer>> visits(ItemHistories histories) {
        List<Set<Integer>> visits = new ArrayList<>();
        for (int visit = 0; visit < histories.visits(); visit++) {
            Set<Integer> items = new TreeSet<>();
            for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                items.add(histories.item(line));
            }
            visits.add(items);
        }
        return visits;
    }

    private static Set<Integer> set(int mask) {
        Set<Integer> set = new TreeSet<>();
        for (int item = 0; item < 31; item++) {
            if ((mask >> item & 1) == 1) {
                set.add(item);
            }
        }
        return set;
    }

    private static long count(List<Set<Integer>> visits, Set<Integer> items) {
        return visits.stream().filter(visit -> visit.containsAll(items)).count();
    }

    @Test
    void comparesThePriceTogetherWithThePriceOfSingles() {
        List<Shoppers.Line> lines = new ArrayList<>();
        for (int customer = 0; customer < 20; customer++) {
            boolean both = customer % 2 == 0;
            lines.add(new Shoppers.Line(customer, 1, "press", 1, both ? 360 : 400));
            lines.add(new Shoppers.Line(customer, both ? 1 : 2, "mill", 2, both ? 1_800 : 2_000));
            for (int day = 20; day < 40; day++) {
                lines.add(new Shoppers.Line(customer, day, "paper", 1, 50));
            }
            lines.add(new Shoppers.Line(customer, 9, "press", 1, 400));
            lines.add(new Shoppers.Line(customer, 12, "mill", 1, 1_000));
        }

        Bundle bundle = Bundles.of(Shoppers.histories(lines, new Random(1)), 0.01, 3).getFirst();

        assertThat(bundle.count()).isEqualTo(10);
        assertThat(bundle.singles()).isEqualTo(1_400);
        assertThat(bundle.together()).isCloseTo(1_260, within(1e-9));
        assertThat(bundle.maximal()).isTrue();
    }
}
