package io.millrace.kernel.condition;

import java.nio.charset.StandardCharsets;

/**
 * The sticky number of a customer, 0 to 9,999: the same for ever for one id and one salt, spread
 * evenly, independent between salts.
 *
 * <p>{@code h} = FNV-1a (64 bit) of the salt's UTF-8 bytes; {@code mix} = SplitMix64's finaliser;
 * the number is the unsigned remainder of {@code mix(mix(h + high) + low)} by 10,000, where high
 * and low are the halves of the customer's id.
 */
public final class Buckets {
    /** How many buckets there are. */
    public static final int ALL = 10_000;

    private Buckets() {}

    /** What a salt comes to; compute it once, not for every customer. */
    public static long hash(String salt) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : salt.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The number of a customer under a salt of this {@link #hash}. */
    public static int number(long saltHash, long customerHigh, long customerLow) {
        return (int) Long.remainderUnsigned(mix(mix(saltHash + customerHigh) + customerLow), ALL);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
