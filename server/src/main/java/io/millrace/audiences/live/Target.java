package io.millrace.audiences.live;

import java.util.UUID;

/**
 * A customer whose answers some facts can change, and which of a panel's slots these are.
 *
 * @param number in the roster
 * @param places of the slots in the panel
 * @param from when the earliest of the facts happened, microseconds: should it be the customer's
 *     first of all, every answer can be another one
 */
record Target(UUID customer, int number, int[] places, long from) {}
