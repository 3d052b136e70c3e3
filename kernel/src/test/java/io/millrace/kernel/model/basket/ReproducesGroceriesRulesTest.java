package io.millrace.kernel.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.millrace.kernel.model.DataSets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks 34 to 36: the association rules of the Groceries baskets, as arules gives them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReproducesGroceriesRulesTest {
    private static final int LONGEST = 10;
    private List<List<String>> lines;
    private Baskets baskets;

    @BeforeAll
    void readGroceries() throws IOException {
        lines =
                DataSets.lines("groceries.basket.csv.gz").stream()
                        .map(line -> Arrays.asList(line.split(",")))
                        .toList();
        baskets = Baskets.of(lines);
    }

    @Test
    void check34NumbersOfRules() {
        assertThat(baskets.count()).isEqualTo(9_835);
        assertThat(rules(.001, .8, 1)).hasSize(410);
        assertThat(rules(.001, .5, 1)).hasSize(5_668);
        assertThat(rules(.006, .25, 2)).hasSize(463);
        assertThat(rules(.01, .2, 1)).hasSize(232);
        assertThat(rules(.01, .5, 1)).hasSize(15);
    }

    @Test
    void check35NumbersOfItemsets() {
        assertThat(FrequentItemsets.of(baskets, .001, LONGEST)).hasSize(13_492);
        assertThat(FrequentItemsets.of(baskets, .006, LONGEST)).hasSize(747);
        assertThat(FrequentItemsets.of(baskets, .01, LONGEST)).hasSize(333);
    }

    @Test
    void check36FiguresOfRules() {
        has(
                rule(rules(.001, .8, 1), List.of("liquor", "red/blush wine"), "bottled beer"),
                19,
                .001931876,
                .9047619,
                11.235269);
        has(
                rule(rules(.001, .4, 1), List.of("herbs"), "root vegetables"),
                69,
                .00701576,
                .43125,
                3.956477);
        has(
                rule(rules(.01, .4, 1), List.of("yogurt"), "whole milk"),
                551,
                .0560244,
                .4016035,
                1.571735);
    }

    @Test
    void leverageAndConvictionFollowFromTheCounts() {
        Rule rule = rule(rules(.01, .4, 1), List.of("yogurt"), "whole milk");
        double yogurt = 1372 / 9835.0;
        double milk = 2513 / 9835.0;
        assertThat(rule.leverage()).isCloseTo(551 / 9835.0 - yogurt * milk, within(1e-12));
        assertThat(rule.conviction()).isCloseTo((1 - milk) / (1 - 551 / 1372.0), within(1e-12));
    }

    @Test
    void theOrderOfTheBasketsChangesNothing() {
        List<List<String>> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(3));
        Baskets other = Baskets.of(shuffled);
        assertThat(Rules.of(other, FrequentItemsets.of(other, .01, LONGEST), .2, 1))
                .isEqualTo(rules(.01, .2, 1));
    }

    private List<Rule> rules(double support, double confidence, int least) {
        return Rules.of(baskets, FrequentItemsets.of(baskets, support, LONGEST), confidence, least);
    }

    private static Rule rule(List<Rule> rules, List<String> left, String right) {
        return rules.stream()
                .filter(r -> r.left().equals(left) && r.right().equals(right))
                .findFirst()
                .orElseThrow();
    }

    private static void has(Rule rule, int count, double support, double confidence, double lift) {
        assertThat(rule.count()).isEqualTo(count);
        assertThat(rule.support()).isCloseTo(support, withPercentage(1e-4));
        assertThat(rule.confidence()).isCloseTo(confidence, withPercentage(1e-4));
        assertThat(rule.lift()).isCloseTo(lift, withPercentage(1e-4));
    }
}
