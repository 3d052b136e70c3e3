package io.millrace.sample.brand;

import java.util.Arrays;

/**
 * Who brought whom: a few members with a wide audience, some who convince their friends, and now
 * and then anybody. Known for all members at once, without making anybody's life.
 */
final class Referrals {
    private static final int NOBODY = -1;
    private static final int FIRST_TO_BE_BROUGHT = 20;
    private static final double BROUGHT = 0.13;
    private static final double BY_THE_FAMOUS = 0.3;
    private static final double BY_FRIENDS = 0.6;
    private static final int MEMBERS_TO_A_FAMOUS_ONE = 1_500;
    private static final int MEMBERS_TO_A_FRIEND = 200;

    private final long seed;
    private final int customers;
    private final int[] referrers;
    private final int[] ends;
    private final int[] brought;

    Referrals(long seed, int customers) {
        this.seed = seed;
        this.customers = customers;
        this.referrers = new int[customers];
        this.ends = new int[customers + 1];
        for (int member = 0; member < customers; member++) {
            referrers[member] = draw(member);
            ends[referrers[member] + 1]++;
        }
        ends[0] = 0;
        for (int member = 1; member <= customers; member++) {
            ends[member] += ends[member - 1];
        }
        this.brought = new int[ends[customers]];
        int[] next = Arrays.copyOf(ends, customers);
        for (int member = 0; member < customers; member++) {
            if (referrers[member] != NOBODY) {
                brought[next[referrers[member]]++] = member;
            }
        }
    }

    private int draw(int member) {
        if (member < FIRST_TO_BE_BROUGHT || share(member, 1) >= BROUGHT) {
            return NOBODY;
        }
        double way = share(member, 2);
        double which = share(member, 3);
        int by =
                way < BY_THE_FAMOUS
                        ? famous((int) (which * famousOnes()))
                        : way < BY_FRIENDS
                                ? friend((int) (which * friends()))
                                : (int) (which * member);
        return by < member ? by : NOBODY;
    }

    private int famousOnes() {
        return 1 + customers / MEMBERS_TO_A_FAMOUS_ONE;
    }

    private int friends() {
        return 1 + customers / MEMBERS_TO_A_FRIEND;
    }

    private int famous(int which) {
        return 7 + (int) (share(which, 4) * customers / 4);
    }

    private int friend(int which) {
        return 9 + (int) (share(which, 5) * customers / 2);
    }

    private double share(int of, int salt) {
        return (Draws.mix(seed + of * 0x9E3779B97F4A7C15L + salt) >>> 11) * 0x1.0p-53;
    }

    /** Whom this member brought, ascending. */
    int[] broughtBy(int member) {
        return Arrays.copyOfRange(brought, ends[member], ends[member + 1]);
    }

    /** Who brought this member, or -1. */
    int referrerOf(int member) {
        return referrers[member];
    }

    /** How many this member invited who never came. */
    int invitedInVain(int member) {
        int came = ends[member + 1] - ends[member];
        return came >= 15 ? 3 * came : came == 0 ? 0 : (int) (share(member, 6) * came);
    }
}
