package io.millrace.kernel.model;

import java.util.List;

/** Who went from which stage to which, between two instants, in one scan. */
public final class Migration {
    /** A stage is its place in the scheme or {@link LifecycleTable#NOT_YET}. */
    public record Link(int from, int to, int customers) {}

    private Migration() {}

    /** Both tables come from the same run (the same customers in the same order). */
    public static Migration between(LifecycleTable before, LifecycleTable after) {
        throw new IllegalStateException("not yet");
    }

    /** How many customers went from one stage to another (or stayed). */
    public int customers(int from, int to) {
        throw new IllegalStateException("not yet");
    }

    /** All links that at least one customer went. */
    public List<Link> links() {
        throw new IllegalStateException("not yet");
    }
}
