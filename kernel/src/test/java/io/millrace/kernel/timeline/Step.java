package io.millrace.kernel.timeline;

import java.util.UUID;

/** What can happen to a store. */
sealed interface Step {
    record Arrive(Fact fact) implements Step {}

    record Flush() implements Step {}

    record Compact() implements Step {}

    record CompactFully() implements Step {}

    record Reopen() implements Step {}

    record Join(UUID member, UUID root) implements Step {}

    record Look(Cut cut, int threads) implements Step {}
}
