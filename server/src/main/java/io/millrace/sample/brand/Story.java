package io.millrace.sample.brand;

/**
 * What happened to the brand in its two years, for an analyst to find. All instants are epoch
 * seconds.
 *
 * <ul>
 *   <li>A fortnight of trial boxes at ¥9.90, sold at a loss through an advertising campaign,
 *       brought many customers who hardly ever came again.
 *   <li>The Chengdu store opened and brought few but good customers.
 *   <li>Teas became 18 % dearer, and in the eight weeks after it a part of the tea drinkers left.
 * </ul>
 *
 * @param trialFrom the trial boxes' first day
 * @param trialTo the trial boxes' last day
 * @param opening when the Chengdu store opened
 * @param priceRise when teas became dearer
 */
public record Story(
        long start, long end, long trialFrom, long trialTo, long opening, long priceRise) {
    static final int DAYS = 730;

    /** The name of the campaign that is part of the story. */
    static final String TRIAL_CAMPAIGN = "九块九尝鲜 Trial at 9.90";

    static Story until(long end) {
        long midnight =
                Math.floorDiv(end + Seasons.ZONE.getTotalSeconds(), Seasons.DAY) * Seasons.DAY
                        - Seasons.ZONE.getTotalSeconds();
        long start = midnight - (DAYS - 1) * Seasons.DAY;
        return new Story(
                start,
                end,
                end - 452 * Seasons.DAY,
                end - 438 * Seasons.DAY,
                end - 300 * Seasons.DAY,
                end - 140 * Seasons.DAY);
    }

    boolean trialAt(long epochSecond) {
        return epochSecond >= trialFrom && epochSecond < trialTo;
    }
}
