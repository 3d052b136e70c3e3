package io.millrace.kernel.model.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Price tiers inside a category, and who moves between them. */
class SeesCustomersClimbPriceTiersTest {
    @Test
    void countsEachCustomerOnceFromTheFirstDayToTheLast() {
        List<Shoppers.Line> lines = Shoppers.random(6, 80, 9, 100);
        ItemHistories histories = Shoppers.histories(lines);
        int[] categories = new int[histories.items().size()];
        Arrays.setAll(categories, item -> item % 2);

        List<Ladder> ladders = Ladder.of(histories, categories);

        assertThat(ladders).hasSize(2);
        for (Ladder ladder : ladders) {
            int[][] moves = new int[Ladder.TIERS][Ladder.TIERS];
            int[] once = new int[Ladder.TIERS];
            for (int customer = 0; customer < 80; customer++) {
                TreeMap<Integer, Integer> tiers = new TreeMap<>();
                for (Shoppers.Line line : lines) {
                    int tier = ladder.tier(histories.numberOf(line.item()));
                    if (line.customer() == customer && tier >= 0) {
                        tiers.merge(line.day(), tier, Math::max);
                    }
                }
                if (tiers.size() == 1) {
                    once[tiers.firstEntry().getValue()]++;
                } else if (tiers.size() > 1) {
                    moves[tiers.firstEntry().getValue()][tiers.lastEntry().getValue()]++;
                    assertThat(
                                    ladder.isMove(
                                            customer,
                                            tiers.firstEntry().getValue(),
                                            tiers.lastEntry().getValue()))
                            .isTrue();
                }
            }
            assertThat(ladder.moves()).isDeepEqualTo(moves);
            assertThat(ladder.once()).isEqualTo(once);
        }
    }

    @Test
    void partsProductsByWhatAUnitComesTo() {
        List<Shoppers.Line> lines = new ArrayList<>();
        long[] prices = {100, 100, 100, 250, 300, 900};
        for (int i = 0; i < prices.length; i++) {
            lines.add(new Shoppers.Line(0, i, "p" + i, 2, 2 * prices[i]));
            lines.add(new Shoppers.Line(1, i, "p" + i, 1, prices[i] + 1));
            lines.add(new Shoppers.Line(2, i, "p" + i, 3, 3 * prices[i]));
        }
        ItemHistories histories = Shoppers.histories(lines, new Random(2));

        Ladder ladder = Ladder.of(histories, new int[prices.length]).getFirst();

        int[] tiers = new int[prices.length];
        Arrays.setAll(tiers, i -> ladder.tier(histories.numberOf("p" + i)));
        // Products of one price are in one tier.
        assertThat(tiers).containsExactly(0, 0, 0, 1, 2, 2);
        assertThat(ladder.lowest(0)).isEqualTo(100);
        assertThat(ladder.highest(2)).isEqualTo(900);
    }

    @Test
    void hasNoLadderWithoutThreePrices() {
        List<Shoppers.Line> lines =
                List.of(
                        new Shoppers.Line(0, 1, "a", 1, 100),
                        new Shoppers.Line(0, 2, "b", 1, 100),
                        new Shoppers.Line(0, 3, "c", 1, 200));
        assertThat(Ladder.of(Shoppers.histories(lines), new int[3])).isEmpty();
    }
}
