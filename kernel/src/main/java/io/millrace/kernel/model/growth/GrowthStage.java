package io.millrace.kernel.model.growth;

/**
 * Where on its curve a growth stands. With a ceiling: a cold start until 16 % of it are there
 * (innovators and early adopters, Rogers 1962), growth until newcomers are most, mature after that,
 * and in decline once newcomers per period are less than a quarter of what they were at the most.
 * Without a ceiling: growth where newcomers rise, decline where they fall, mature where they are as
 * many in each period.
 */
public enum GrowthStage {
    COLD_START,
    GROWTH,
    MATURE,
    DECLINE;

    /** Share of the ceiling at which a cold start ends. */
    public static final double STARTED = 0.16;

    /** Share of the most newcomers per period below which growth is over. */
    public static final double OVER = 0.25;

    /**
     * @param so all who have come
     */
    public static GrowthStage of(GrowthFit fit, double so) {
        int now = fit.periods();
        return switch (fit.form()) {
            case STEADY -> MATURE;
            case EXPONENTIAL -> fit.parameters()[1] >= 0 ? GROWTH : DECLINE;
            default -> {
                double peak = Math.max(1, fit.peak());
                if (now < peak) {
                    yield so / (so + fit.left()) < STARTED ? COLD_START : GROWTH;
                }
                double most = fit.form().newcomers(fit.parameters(), peak);
                yield fit.newcomers(now) < OVER * most ? DECLINE : MATURE;
            }
        };
    }
}
