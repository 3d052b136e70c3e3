package io.millrace.kernel.model.satisfaction;

/**
 * Would they recommend us: the share of promoters (9 and 10 of 0 to 10) less that of detractors (0
 * to 6), −1 to 1. Reichheld, "The one number you need to grow", Harvard Business Review (December
 * 2003). The interval is that of a difference of two shares of one multinomial sample, 95 %, by the
 * normal approximation: variance (p + d − (p − d)²) / n.
 *
 * @param score NaN without answers
 */
public record NetPromoter(
        long promoters, long passives, long detractors, double score, double low, double high) {
    /** What an answer makes of somebody. */
    public enum Attitude {
        PROMOTER,
        PASSIVE,
        DETRACTOR;

        /**
         * @param score 0 to 10
         */
        public static Attitude of(double score) {
            return score >= 9 ? PROMOTER : score >= 7 ? PASSIVE : DETRACTOR;
        }
    }

    public static NetPromoter of(long promoters, long passives, long detractors) {
        double n = promoters + passives + detractors;
        if (n == 0) {
            return new NetPromoter(0, 0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double difference = (promoters - detractors) / n;
        double variance = (promoters + detractors) / n - difference * difference;
        double reach = Proportion.Z * Math.sqrt(variance / n);
        return new NetPromoter(
                promoters,
                passives,
                detractors,
                difference,
                Math.max(-1, difference - reach),
                Math.min(1, difference + reach));
    }

    public long answers() {
        return promoters + passives + detractors;
    }
}
