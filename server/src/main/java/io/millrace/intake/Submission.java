package io.millrace.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** One request's items on their way through a group, and where its thread waits for their fates. */
final class Submission {
    private enum State {
        WAITING,
        TAKEN,
        ABANDONED
    }

    private final List<Item> items;
    private final List<Rejected> rejected;
    private final CompletableFuture<List<Fate>> fates = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    Submission(List<Item> items, List<Rejected> rejected) {
        this.items = items;
        this.rejected = rejected;
    }

    List<Item> items() {
        return items;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    CompletableFuture<List<Fate>> fates() {
        return fates;
    }

    int size() {
        return items.size() + rejected.size();
    }

    /** Called by the committer; false if nobody waits any more. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /** Called by the waiter; false if the committer has it already. */
    boolean abandon() {
        return state.compareAndSet(State.WAITING, State.ABANDONED);
    }
}
