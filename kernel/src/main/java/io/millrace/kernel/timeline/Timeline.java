package io.millrace.kernel.timeline;

import org.jspecify.annotations.Nullable;

/**
 * A cursor over one customer's facts, in the order (occurredAt, id), within a cut. It allocates
 * nothing per fact: names are dictionary codes, instants are microseconds since 1970 UTC, money is
 * minor units. A cursor is used by one thread at a time and is reused for the next customer.
 *
 * <p>Dictionary codes come from the {@link Dictionary} of the store being read and are stable
 * during one scan; a fold asks for its codes once, in {@code newAccumulator} or its constructor.
 */
public interface Timeline {
    /** The high 64 bits of the customer's id. */
    long customerHigh();

    /** The low 64 bits of the customer's id. */
    long customerLow();

    /** Back to before the first fact. */
    void rewind();

    /** Moves to the next fact within the cut; false when there is none. */
    boolean next();

    /** Code of the current fact's kind. */
    int kind();

    /** Microseconds since 1970 UTC. */
    long occurredAt();

    /** Microseconds since 1970 UTC. */
    long recordedAt();

    /** Minor units, signed; 0 where the fact moves no money. */
    long amount();

    /** Code of the currency, or {@link Dictionary#NONE}. */
    int currency();

    /** Code of the source. */
    int source();

    boolean historical();

    /**
     * A 64-bit hash of the subject, 0 where there is none: equal subjects have equal hashes, so
     * that a fold can join facts of one order without making strings.
     */
    long subjectHash();

    /** The subject as text; allocates. Empty where there is none. */
    String subject();

    /** True if the current fact has the attribute with this code. */
    boolean has(int attribute);

    /** The attribute as a whole number; {@code otherwise} if absent or of another type. */
    long whole(int attribute, long otherwise);

    /** The attribute as a number (whole or real); NaN if absent or of another type. */
    double real(int attribute);

    /**
     * The attribute's text as a dictionary code; {@link Dictionary#NONE} if absent or of another
     * type.
     */
    int text(int attribute);

    /** The sealed text of an attribute; null if absent or not sealed. */
    @Nullable String sealed(int attribute);

    /** The attribute as a flag; {@code otherwise} if absent or of another type. */
    boolean flag(int attribute, boolean otherwise);

    /** The current fact's id, high and low; the key of its full record in the fact log. */
    long idHigh();

    long idLow();

    /** This timeline cut by {@code occurredAt <= t} (microseconds). */
    Timeline asOf(long t);

    /**
     * This timeline cut by {@code occurredAt <= t} and {@code recordedAt <= t}: what could have
     * been known then.
     */
    Timeline knownAt(long t);
}
