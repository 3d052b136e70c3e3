package io.millrace.sample.brand;

/**
 * Who brought whom, computable from either side without making anybody's life: within each block of
 * members the earlier half is matched one to one with the later half, and some matches are true.
 */
final class Referrals {
    private static final int HALF = 256;
    private static final int STEP = 77;
    private static final int STEP_BACK = inverse(STEP);
    private static final int SHIFT = 101;
    private static final double TRUE_MATCHES = 0.2;

    private final long seed;
    private final int customers;

    Referrals(long seed, int customers) {
        this.seed = seed;
        this.customers = customers;
    }

    /** Whom this member brought, or -1. */
    int broughtBy(int member) {
        int offset = member % (2 * HALF);
        if (offset >= HALF || !isTrue(member)) {
            return -1;
        }
        int brought = member - offset + HALF + ((offset * STEP + SHIFT) % HALF);
        return brought < customers ? brought : -1;
    }

    /** Who brought this member, or -1. */
    int referrerOf(int member) {
        int offset = member % (2 * HALF);
        if (offset < HALF) {
            return -1;
        }
        int matched = Math.floorMod((offset - HALF - SHIFT) * STEP_BACK, HALF);
        int referrer = member - offset + matched;
        return isTrue(referrer) ? referrer : -1;
    }

    private boolean isTrue(int referrer) {
        return (Draws.mix(seed ^ referrer) >>> 11) * 0x1.0p-53 < TRUE_MATCHES;
    }

    private static int inverse(int odd) {
        for (int candidate = 1; candidate < HALF; candidate += 2) {
            if (odd * candidate % HALF == 1) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("has no inverse: " + odd);
    }
}
