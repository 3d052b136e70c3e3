package io.millrace.kernel.model;

import java.util.List;

/**
 * How an RFM table is scored and typed.
 *
 * @param scale how the scores 1 to 5 are given
 * @param weights how the total score is made of them
 * @param types where the eight types part
 * @param monetary what M means for the types; the scores always use the total
 */
public record RfmRules(Scale scale, Weights weights, Types types, Monetary monetary) {
    /** Quintiles, equal weights, mean thresholds, total revenue. */
    public static final RfmRules DEFAULT =
            new RfmRules(
                    new Scale.Quintiles(), new Weights(1, 1, 1), new Types.Mean(), Monetary.TOTAL);

    /** How scores are given. */
    public sealed interface Scale {
        /**
         * Fifths of the customers themselves, safe for ties: {@code ceil(5 · minRank / n)}, where
         * {@code minRank} is 1 + the number of customers that are strictly worse. Equal customers
         * have equal scores and the order of the input does not matter; where many are equal, a
         * score may be empty.
         */
        record Quintiles() implements Scale {}

        /**
         * As the R package rfm (0.3.0) does: R's quantiles (type 7) of 20, 40, 60 and 80 percent,
         * plus one unit each: a day, an order, a unit of money.
         *
         * @param currencyUnit minor units of the reporting currency in its unit, such as 100
         */
        record RfmR(long currencyUnit) implements Scale {}

        /**
         * As the tutorials do with pandas: {@code qcut} of recency and money, and of frequency
         * ranked first come, first served in the order of the customers' ids. Customers who bought
         * equally often may score differently; offered only to reproduce figures made so.
         */
        record RankedFrequency() implements Scale {}

        /**
         * The operator's own limits, four for each, ascending. Frequency and monetary: 1 + the
         * number of limits that the value reaches ({@code >=}). Recency, where less is better: 5 −
         * the number of limits that the days reach.
         */
        record Limits(List<Long> recencyDays, List<Long> frequency, List<Long> monetary)
                implements Scale {
            public Limits {
                recencyDays = ascending(recencyDays);
                frequency = ascending(frequency);
                monetary = ascending(monetary);
            }

            private static List<Long> ascending(List<Long> limits) {
                if (limits.size() != 4) {
                    throw new IllegalArgumentException("four limits make five scores");
                }
                for (int i = 1; i < 4; i++) {
                    if (limits.get(i - 1) > limits.get(i)) {
                        throw new IllegalArgumentException("limits ascend: " + limits);
                    }
                }
                return List.copyOf(limits);
            }
        }
    }

    /** Each at least 0; the total score is {@code r·R + f·F + m·M}. */
    public record Weights(int r, int f, int m) {
        public Weights {
            if (r < 0 || f < 0 || m < 0) {
                throw new IllegalArgumentException("a weight is not negative");
            }
        }
    }

    /** Where the eight types part; always strictly: recency below, frequency and money above. */
    public sealed interface Types {
        /** The mean over all customers; of recency over those with a purchase. */
        record Mean() implements Types {}

        /** The median over all customers; of recency over those with a purchase. */
        record Median() implements Types {}

        record Fixed(long recencyDays, long frequency, long monetary) implements Types {}
    }

    /** What M means for the eight types. */
    public enum Monetary {
        /** Net revenue. */
        TOTAL,
        /** Net revenue by order, rounded half up to the minor unit; 0 without an order. */
        AVERAGE_ORDER
    }
}
