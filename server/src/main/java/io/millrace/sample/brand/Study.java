package io.millrace.sample.brand;

import java.time.Instant;
import java.util.List;

/** A study of the brand among a few buyers: what matters to them, what they hoped for and got. */
final class Study {
    private static final String NAME = "品牌研究 Brand study";
    private static final List<String> ATTRIBUTES =
            List.of("品质 Quality", "价格 Price", "服务 Service", "包装 Packaging", "配送 Delivery");
    private static final List<String> COMPETITORS = List.of("云顶茶 Yunding", "花屿 Huayu");
    private static final double[] IMPORTANCE = {6.2, 5.8, 4.6, 3.6, 4.9};
    private static final double[] EXPECTED = {6.1, 5.4, 5.2, 4.3, 5.6};
    private static final double[][] PERCEIVED = {
        {5.9, 4.3, 5.5, 5.6, 4.4}, {5.2, 5.3, 4.4, 4.2, 5.2}, {4.7, 5.9, 4.0, 3.6, 4.8}
    };
    private static final double ANSWERS = 0.03;
    private static final int EASE = 5;

    private final Draws draws;
    private final Instant at;
    private final List<Happening> into;

    private Study(Draws draws, Instant at, List<Happening> into) {
        this.draws = draws;
        this.at = at;
        this.into = into;
    }

    static void of(Story story, Draws draws, List<Happening> into) {
        List<Happening.Bought> bought =
                into.stream()
                        .filter(Happening.Bought.class::isInstance)
                        .map(Happening.Bought.class::cast)
                        .toList();
        if (bought.isEmpty() || !draws.chance(ANSWERS)) {
            return;
        }
        long from = bought.getFirst().at().getEpochSecond() + Seasons.DAY;
        if (from >= story.end()) {
            return;
        }
        Instant at = Instant.ofEpochSecond(draws.between(from, story.end()));
        new Study(draws, at, into).answer(spent(bought));
    }

    /** Yuan so far. */
    private static double spent(List<Happening.Bought> bought) {
        return bought.stream().mapToLong(Happening.Bought::total).sum() / 100.0;
    }

    private void answer(double spent) {
        for (int i = 0; i < ATTRIBUTES.size(); i++) {
            String about = ATTRIBUTES.get(i);
            rated("importance", about, "", IMPORTANCE[i]);
            rated("expected", about, "", EXPECTED[i]);
            rated("perceived", about, "", PERCEIVED[0][i]);
            for (int other = 0; other < COMPETITORS.size(); other++) {
                rated("perceived", about, COMPETITORS.get(other), PERCEIVED[other + 1][i]);
            }
        }
        rated("ces", "", "", EASE);
        int brands = 2 + draws.below(4);
        said("brands", brands);
        said("rank", 1 + draws.below(brands));
        if (draws.chance(0.6)) {
            said("spend", (int) Math.round(300 + spent * (1.2 + 2.5 * draws.uniform())));
        }
    }

    private void rated(String role, String about, String brand, double mean) {
        long score = Math.clamp(Math.round(mean + 3 * (draws.uniform() - 0.5)), 1, 7);
        add(role, about, brand, (int) score);
    }

    private void said(String role, int score) {
        add(role, "", "", score);
    }

    private void add(String role, String about, String brand, int score) {
        String question = (role + " " + about + " " + brand).strip();
        into.add(
                new Happening.Answered(
                        at, NAME, question, Integer.toString(score), score, role, about, brand));
    }
}
