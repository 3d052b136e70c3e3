package io.millrace.models.response;

/**
 * The chance of a purchase to be on a deal: the share of everybody else's purchases of its category
 * on its day that were, filled up by the share of the week, and that by the category's usual share.
 */
final class Choices {
    private static final int WEEK = 7;
    private static final double FILL = 5;
    private static final double LEAST = 0.05;

    private final Lines lines;
    private final Shares days;
    private final Shares weeks;
    private final Shares all;

    Choices(Lines lines) {
        this.lines = lines;
        this.days = new Shares(lines, 1);
        this.weeks = new Shares(lines, WEEK);
        this.all = new Shares(lines, Responses.DAYS + 1);
    }

    /** Counts by category and span of days. */
    private static final class Shares {
        private final int span;
        private final int spans;
        private final int[] items;
        private final int[] deals;

        Shares(Lines lines, int span) {
            this.span = span;
            this.spans = Responses.DAYS / span + 1;
            this.items = new int[lines.groups() * spans];
            this.deals = new int[items.length];
            lines.each((_, day, line) -> {
                int cell = cell(lines, day, line);
                items[cell]++;
                deals[cell] += lines.isDeal(line) ? 1 : 0;
            });
        }

        private int cell(Lines lines, int day, int line) {
            return lines.group(line) * spans + (day - lines.from) / span;
        }

        /** Without the purchase itself. */
        double filled(Lines lines, int day, int line, double usual) {
            int cell = cell(lines, day, line);
            double others = deals[cell] - (lines.isDeal(line) ? 1 : 0);
            return (others + FILL * usual) / (items[cell] - 1 + FILL);
        }
    }

    double chance(int day, int line) {
        double usual = all.filled(lines, day, line, 0.5);
        return days.filled(lines, day, line, weeks.filled(lines, day, line, usual));
    }

    /** Where next to everything or nothing is on a deal, a purchase tells nothing. */
    static boolean isChoice(double chance) {
        return chance >= LEAST && chance <= 1 - LEAST;
    }
}
