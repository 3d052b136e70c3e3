package io.millrace.kernel.condition.evaluate;

/**
 * The answer of a condition for one customer as of one instant.
 *
 * @param holds whether the condition holds
 * @param until the first instant (microseconds since 1970 UTC, after the instant of evaluation) at
 *     which the mere passing of time can change the answer, or {@link #NEVER}. It may be early, it
 *     is never late: without a new fact the answer stays the same before it.
 */
public record Verdict(boolean holds, long until) {
    /** Time alone never changes the answer. */
    public static final long NEVER = Long.MAX_VALUE;
}
