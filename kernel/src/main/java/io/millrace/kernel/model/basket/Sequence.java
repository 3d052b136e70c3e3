package io.millrace.kernel.model.basket;

/**
 * "Who buys this buys that within N days." Each customer counts once: the first purchase of the one
 * begins a window of N days, and another day within it with a purchase of the other fulfils it.
 * Windows that are not over yet do not count, so that all are equally long.
 *
 * @param first number of the item that begins
 * @param then number of the item that follows
 * @param began customers with a whole window after their first purchase of {@code first}
 * @param followed of them, those who bought {@code then} on a later day within it
 * @param support followed over all customers
 * @param confidence followed over began
 * @param chance share of the windows of all items but {@code then} that have it in them
 * @param lift confidence over chance
 */
public record Sequence(
        int first,
        int then,
        int began,
        int followed,
        double support,
        double confidence,
        double chance,
        double lift) {}
