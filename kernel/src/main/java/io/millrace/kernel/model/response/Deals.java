package io.millrace.kernel.model.response;

import io.millrace.kernel.model.basket.ItemHistories;

/** What counts as bought on a deal: at least 5 % below what the list asked. */
public final class Deals {
    public static final double LEAST = 0.05;

    private Deals() {}

    public static boolean isDeal(ItemHistories histories, int line) {
        return histories.asked(line) > 0 && depth(histories, line) >= LEAST - 1e-9;
    }

    /** Which share of the list price was not paid, 0 to 1. */
    public static double depth(ItemHistories histories, int line) {
        double asked = histories.asked(line);
        return asked <= 0 ? 0 : Math.clamp(1 - histories.amount(line) / asked, 0, 1);
    }
}
