package io.millrace.models.response;

import java.util.Arrays;

/**
 * How often anybody bought on a deal in each category and week: what is expected of a purchase
 * there. Few purchases are filled up with the category's usual share.
 */
final class Choices {
    private static final int WEEK = 7;
    private static final double FILL = 5;
    private static final double LEAST = 0.05;

    private final Lines lines;
    private final int weeks;
    private final double[] expected;

    Choices(Lines lines) {
        this.lines = lines;
        this.weeks = Responses.DAYS / WEEK + 2;
        int[] items = new int[lines.groups() * weeks];
        int[] deals = new int[items.length];
        lines.each((_, day, line) -> {
            int cell = cell(lines.group(line), day);
            items[cell]++;
            deals[cell] += lines.isDeal(line) ? 1 : 0;
        });
        this.expected = new double[items.length];
        for (int group = 0; group < lines.groups(); group++) {
            int first = group * weeks;
            double all = Arrays.stream(items, first, first + weeks).sum();
            double usual = all == 0 ? 0 : Arrays.stream(deals, first, first + weeks).sum() / all;
            for (int cell = first; cell < first + weeks; cell++) {
                expected[cell] = (deals[cell] + FILL * usual) / (items[cell] + FILL);
            }
        }
    }

    private int cell(int group, int day) {
        return group * weeks + (day - lines.from) / WEEK;
    }

    double expected(int day, int line) {
        return expected[cell(lines.group(line), day)];
    }

    /** Where next to everything or nothing is on a deal, a purchase tells nothing. */
    boolean isChoice(int day, int line) {
        double share = expected(day, line);
        return share >= LEAST && share <= 1 - LEAST;
    }
}
