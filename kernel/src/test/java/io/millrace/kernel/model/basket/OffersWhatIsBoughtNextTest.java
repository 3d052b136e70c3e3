package io.millrace.kernel.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The next offer, held against plain counting over the log as it was before each held-out day. */
class OffersWhatIsBoughtNextTest {
    private static final int DAYS = 120;
    private static final NextRules RULES = new NextRules(2, 1_000, 1_000, 3, 0.2, 60, 1_000);

    /** The log before a day, as a person would read it. */
    private static final class Plain {
        final Map<Integer, Map<String, TreeSet<Integer>>> bought = new HashMap<>();
        final Map<String, Integer> recent = new HashMap<>();

        Plain(List<Shoppers.Line> lines, int before) {
            Set<String> counted = new TreeSet<>();
            for (Shoppers.Line line : lines) {
                if (line.day() >= before) {
                    continue;
                }
                bought.computeIfAbsent(line.customer(), _ -> new HashMap<>())
                        .computeIfAbsent(line.item(), _ -> new TreeSet<>())
                        .add(line.day());
                if (line.day() >= before - RULES.recentDays()
                        && counted.add(line.customer() + "|" + line.day() + "|" + line.item())) {
                    recent.merge(line.item(), 1, Integer::sum);
                }
            }
        }

        long buyers(String item) {
            return bought.values().stream().filter(one -> one.containsKey(item)).count();
        }

        long both(String one, String other) {
            return bought.values().stream()
                    .filter(has -> has.containsKey(one) && has.containsKey(other))
                    .filter(has ->
                            !one.equals(other) || has.getOrDefault(one, new TreeSet<>()).size() > 1)
                    .count();
        }

        boolean isOpen(String item, int customer) {
            long again = both(item, item);
            return recent.getOrDefault(item, 0) > 0
                    && buyers(item) >= RULES.least()
                    && (!bought.getOrDefault(customer, Map.of()).containsKey(item)
                            || (again >= RULES.least() && again >= RULES.again() * buyers(item)));
        }

        double score(String item, int customer, NextMethod method) {
            double score = 0;
            for (String has : bought.getOrDefault(customer, Map.of()).keySet()) {
                double both = both(has, item);
                if (method == NextMethod.SIMILAR) {
                    score +=
                            both
                                    / Math.sqrt((double) buyers(has) * buyers(item))
                                    * (both / (both + RULES.shrinkage()));
                } else if (both >= RULES.least()
                        && both * bought.size() > (double) buyers(has) * buyers(item)) {
                    score = Math.max(score, both / buyers(has));
                }
            }
            return method == NextMethod.POPULAR ? recent.getOrDefault(item, 0) : score;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void measuresHitsAsPlainCountingDoes(long seed) {
        List<Shoppers.Line> lines = Shoppers.random(seed, 60, 12, DAYS);
        NextOffers offers = learn(lines, new Random(seed));

        for (NextMethod method :
                List.of(NextMethod.POPULAR, NextMethod.RULES, NextMethod.SIMILAR)) {
            assertQuality(offers, lines, method);
        }
        assertThat(offers.tested()).isPositive();
    }

    private static void assertQuality(
            NextOffers offers, List<Shoppers.Line> lines, NextMethod method) {
        NextQuality told =
                offers.qualities().stream()
                        .filter(one -> one.method().equals(method.key()))
                        .findFirst()
                        .orElseThrow();
        double[] sums = new double[3];
        int met = 0;
        for (int customer : telling(lines)) {
            int last = visits(lines, customer).last();
            Plain plain = new Plain(lines, last);
            List<String> open =
                    lines.stream()
                            .map(Shoppers.Line::item)
                            .distinct()
                            .filter(item -> plain.isOpen(item, customer))
                            .toList();
            if (open.isEmpty()) {
                continue;
            }
            met++;
            Set<String> bought =
                    lines.stream()
                            .filter(one -> one.customer() == customer && one.day() == last)
                            .map(Shoppers.Line::item)
                            .collect(Collectors.toSet());
            int better = firstHit(open, bought, plain, customer, method, lines);
            sums[0] += better == 0 ? 1 : 0;
            sums[1] += better < 3 ? 1 : 0;
            sums[2] += better < 10 ? 1.0 / (better + 1) : 0;
        }
        assertThat(told.hit1()).as(method.key()).isCloseTo(sums[0] / met, within(1e-12));
        assertThat(told.hit3()).as(method.key()).isCloseTo(sums[1] / met, within(1e-12));
        assertThat(told.reciprocalRank()).as(method.key()).isCloseTo(sums[2] / met, within(1e-12));
    }

    private static int firstHit(
            List<String> open,
            Set<String> bought,
            Plain plain,
            int customer,
            NextMethod method,
            List<Shoppers.Line> all) {
        Plain whole = new Plain(all, Integer.MAX_VALUE);
        List<String> ranked = new ArrayList<>(open);
        ranked.sort(
                Comparator.<String>comparingDouble(
                                item -> -rounded(plain.score(item, customer, method)))
                        .thenComparing(item -> -plain.recent.getOrDefault(item, 0))
                        .thenComparing(item -> -whole.buyers(item))
                        .thenComparing(Comparator.naturalOrder()));
        for (int rank = 0; rank < ranked.size(); rank++) {
            if (bought.contains(ranked.get(rank))) {
                return rank;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Sums of the same numbers in another order differ in their last bits. */
    private static double rounded(double score) {
        return Math.rint(score * 1e9);
    }

    /** Every second one of those who came at least twice. */
    private static List<Integer> telling(List<Shoppers.Line> lines) {
        List<Integer> repeat =
                lines.stream()
                        .map(Shoppers.Line::customer)
                        .distinct()
                        .sorted()
                        .filter(one -> visits(lines, one).size() > 1)
                        .toList();
        List<Integer> telling = new ArrayList<>();
        for (int i = 1; i < repeat.size(); i += 2) {
            telling.add(repeat.get(i));
        }
        return telling;
    }

    private static TreeSet<Integer> visits(List<Shoppers.Line> lines, int customer) {
        return lines.stream()
                .filter(line -> line.customer() == customer)
                .map(Shoppers.Line::day)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void givesTheReasonAsPlainCountingDoes() {
        // Two kinds of customers with assortments of their own.
        List<Shoppers.Line> lines =
                Shoppers.random(7, 120, 10, DAYS).stream()
                        .map(line ->
                                new Shoppers.Line(
                                        line.customer(),
                                        line.day(),
                                        line.item() + (line.customer() % 3 == 0 ? " rare" : ""),
                                        1,
                                        100))
                        .toList();
        ItemHistories histories = Shoppers.histories(lines);
        NextOffers offers = NextOffers.learn(histories, RULES, DAYS, _ -> false);
        Plain plain = new Plain(lines, DAYS);
        NextOffers.Offering offering = offers.offering();
        int reasons = 0;

        for (int row = 0; row < histories.size(); row++) {
            for (NextOffer offer : offering.of(row, 3)) {
                String item = histories.items().get(offer.item());
                double popularity = plain.buyers(item) / (double) plain.bought.size();
                assertThat(plain.isOpen(item, row)).isTrue();
                if (offer.because() < 0) {
                    assertThat(offer.share()).isEqualTo(popularity);
                    continue;
                }
                reasons++;
                String because = histories.items().get(offer.because());
                double share = plain.both(because, item) / (double) plain.buyers(because);
                assertThat(plain.bought.get(row)).containsKey(because);
                assertThat(offer.share()).isEqualTo(share);
                assertThat(offer.lift())
                        .isCloseTo(share / popularity, within(1e-12))
                        .isGreaterThan(1);
            }
        }
        assertThat(reasons).isPositive();
    }

    @Test
    void findsWhatCertainlyComesNext() {
        List<Shoppers.Line> lines = new ArrayList<>();
        Random random = new Random(5);
        for (int customer = 0; customer < 200; customer++) {
            // Everybody ends with the other half of a pair of their own.
            int pair = random.nextInt(10);
            lines.add(new Shoppers.Line(customer, random.nextInt(50), "first " + pair, 1, 100));
            lines.add(new Shoppers.Line(customer, 50 + random.nextInt(50), "then " + pair, 1, 100));
        }

        NextOffers offers = NextOffers.learn(Shoppers.histories(lines), RULES, 100, _ -> false);

        assertThat(offers.method()).isNotEqualTo(NextMethod.POPULAR);
        NextQuality best =
                offers.qualities().stream()
                        .filter(one -> one.method().equals(offers.method().key()))
                        .findFirst()
                        .orElseThrow();
        assertThat(best.hit1()).isGreaterThan(0.6).isGreaterThan(3 * offers.chance().hit1());
        assertThat(best.hit1()).isGreaterThan(2 * offers.qualities().getFirst().hit1());
    }

    @Test
    void usesPopularityWhereNothingElseHelps() {
        List<Shoppers.Line> lines = new ArrayList<>();
        Random random = new Random(11);
        for (int customer = 0; customer < 300; customer++) {
            for (int visit = 0; visit < 2; visit++) {
                // What is bought depends on nothing at all.
                int item = (int) (20 * Math.pow(random.nextDouble(), 3));
                lines.add(
                        new Shoppers.Line(customer, random.nextInt(DAYS), "item " + item, 1, 100));
            }
        }

        NextOffers offers = NextOffers.learn(Shoppers.histories(lines), RULES, DAYS, _ -> false);

        NextQuality popular = offers.qualities().getFirst();
        assertThat(offers.qualities())
                .allSatisfy(one ->
                        assertThat(one.reciprocalRank())
                                .isLessThan(popular.reciprocalRank() * 1.15));
        assertThat(popular.hit3()).isGreaterThan(offers.chance().hit3());
    }

    @Test
    void neverOffersWhatIsExcludedOrNoLongerSold() {
        List<Shoppers.Line> lines = Shoppers.random(3, 80, 10, DAYS);
        lines.removeIf(line -> line.item().equals("item 02") && line.day() > 20);
        ItemHistories histories = Shoppers.histories(lines);
        int barred = histories.numberOf("item 01");
        NextOffers offers = NextOffers.learn(histories, RULES, DAYS, item -> item == barred);
        NextOffers.Offering offering = offers.offering();

        for (int row = 0; row < histories.size(); row++) {
            assertThat(offering.of(row, 20))
                    .extracting(offer -> histories.items().get(offer.item()))
                    .doesNotContain("item 01", "item 02")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theOrderOfThePurchasesChangesNothing() {
        List<Shoppers.Line> lines = Shoppers.random(9, 80, 10, DAYS);
        assertThat(told(learn(lines, new Random(1)), 80))
                .isEqualTo(told(learn(lines, new Random(2)), 80));
    }

    private static NextOffers learn(List<Shoppers.Line> lines, Random order) {
        return NextOffers.learn(Shoppers.histories(lines, order), RULES, DAYS, _ -> false);
    }

    private static List<Object> told(NextOffers offers, int customers) {
        List<Object> told = new ArrayList<>(offers.qualities());
        told.add(offers.chance());
        told.add(offers.method());
        NextOffers.Offering offering = offers.offering();
        for (int row = 0; row < customers; row++) {
            told.add(offering.of(row, 3));
        }
        return told;
    }
}
