package io.millrace.intake.files;

import org.jspecify.annotations.Nullable;

/**
 * A row as it was read, before anything is done with it.
 *
 * @param key what rows that belong together have in common: the order's number, the customer …
 * @param at microseconds since 1970, 0 where the kind has no time
 * @param price millionths of the major unit, as are amount and cost
 * @param cells the cells of the mapped columns that have no place of their own
 */
record StagedRow(
        long row,
        String key,
        @Nullable String customer,
        @Nullable String email,
        @Nullable String phone,
        long at,
        @Nullable String sku,
        @Nullable String name,
        @Nullable String category,
        long quantity,
        long price,
        long amount,
        @Nullable Long cost,
        @Nullable String currency,
        @Nullable String channel,
        @Nullable String store,
        String[] cells) {
    /** A row of which nothing but its key and its cells is known yet. */
    static StagedRow of(long row, String key, String[] cells) {
        return new StagedRow(
                row, key, null, null, null, 0, null, null, null, 0, 0, 0, null, null, null, null,
                cells);
    }

    boolean anonymous() {
        return customer == null && email == null && phone == null;
    }
}
