package io.millrace.kernel.model;

import java.util.ArrayList;
import java.util.List;

/** Gives the scores: deterministic and independent of the order of the rows. */
public final class RfmScoring {
    private final RfmTable table;
    private final RfmRules rules;
    private final int size;

    private RfmScoring(RfmTable table, RfmRules rules) {
        this.table = table;
        this.rules = rules;
        this.size = table.size();
    }

    public static RfmScores score(RfmTable table, RfmRules rules) {
        return new RfmScoring(table, rules).score();
    }

    private RfmScores score() {
        long[] recency = recencies();
        long[] frequency = frequencies();
        long[] monetary = monetaries();
        RfmScores.Limits limits =
                switch (rules.scale()) {
                    case RfmRules.Scale.Quintiles quintiles ->
                            quintiles(recency, frequency, monetary);
                    case RfmRules.Scale.Limits own ->
                            new RfmScores.Limits(
                                    own.recencyDays(), own.frequency(), own.monetary());
                    case RfmRules.Scale.RfmR r -> RfmQuantiles.rfmR(table, r.currencyUnit());
                    case RfmRules.Scale.RankedFrequency ranked -> RfmQuantiles.cut(table);
                };
        byte[] r = new byte[size];
        byte[] f = new byte[size];
        byte[] m = new byte[size];
        Steps recencySteps = new Steps(limits.recencyDays());
        Steps frequencySteps = new Steps(limits.frequency());
        Steps monetarySteps = new Steps(limits.monetary());
        for (int row = 0; row < size; row++) {
            boolean bought = table.frequency(row) > 0;
            r[row] = (byte) (bought ? 5 - recencySteps.reached(table.recencyDays(row)) : 1);
            f[row] = (byte) (bought ? 1 + frequencySteps.reached(table.frequency(row)) : 1);
            m[row] = (byte) (1 + monetarySteps.reached(table.monetary(row)));
        }
        if (rules.scale() instanceof RfmRules.Scale.RankedFrequency) {
            f = RfmQuantiles.rankedFrequency(table);
        }
        TypeSplit split = TypeSplit.of(table, rules);
        return new RfmScores(table, rules, r, f, m, split.types(table), limits, split.parting());
    }

    /** Four limits that values are held against. */
    private static final class Steps {
        private final long first;
        private final long second;
        private final long third;
        private final long fourth;

        Steps(List<Long> limits) {
            first = limits.get(0);
            second = limits.get(1);
            third = limits.get(2);
            fourth = limits.get(3);
        }

        int reached(long value) {
            return (value >= first ? 1 : 0)
                    + (value >= second ? 1 : 0)
                    + (value >= third ? 1 : 0)
                    + (value >= fourth ? 1 : 0);
        }
    }

    private RfmScores.Limits quintiles(long[] recency, long[] frequency, long[] monetary) {
        List<Long> ofNegated = limits(recency);
        List<Long> days = new ArrayList<>(4);
        for (int i = 3; i >= 0; i--) {
            long negated = ofNegated.get(i);
            days.add(negated == Long.MAX_VALUE ? 0 : Math.max(0, 1 - negated));
        }
        return new RfmScores.Limits(days, limits(frequency), limits(monetary));
    }

    /** A value has score s or more if {@code 5 * minRank > n * (s - 1)}. */
    private List<Long> limits(long[] values) {
        OrderStatistics statistics = new OrderStatistics(values);
        List<Long> limits = new ArrayList<>(4);
        for (int score = 2; score <= 5; score++) {
            int below = (int) ((long) size * (score - 1) / 5);
            limits.add(statistics.firstAbove(below, Long.MAX_VALUE));
        }
        return limits;
    }

    /** Negated, so that more is better; who never bought is the worst of all. */
    private long[] recencies() {
        long[] values = new long[size];
        long worst = 0;
        for (int row = 0; row < size; row++) {
            worst = Math.max(worst, table.recencyDays(row));
        }
        for (int row = 0; row < size; row++) {
            values[row] = table.frequency(row) > 0 ? -table.recencyDays(row) : -worst - 1;
        }
        return values;
    }

    private long[] frequencies() {
        long[] values = new long[size];
        for (int row = 0; row < size; row++) {
            values[row] = table.frequency(row);
        }
        return values;
    }

    private long[] monetaries() {
        long[] values = new long[size];
        for (int row = 0; row < size; row++) {
            values[row] = table.monetary(row);
        }
        return values;
    }
}
