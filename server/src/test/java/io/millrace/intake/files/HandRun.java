package io.millrace.intake.files;

import io.millrace.jobs.Jobs;
import io.millrace.jobs.Jobs.Stopped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A run whose checkpoint commits with its step, and that can be cut off before any step. */
final class HandRun implements Jobs.Run {
    private final String input;
    private @Nullable String checkpoint;
    private @Nullable String problem;
    private int stepsLeft;

    HandRun(String input, @Nullable String checkpoint, int stepsLeft) {
        this.input = input;
        this.checkpoint = checkpoint;
        this.stepsLeft = stepsLeft;
    }

    @Override
    public UUID id() {
        return new UUID(0, 1);
    }

    @Override
    public String input() {
        return input;
    }

    @Override
    public @Nullable String checkpoint() {
        return checkpoint;
    }

    @Override
    public void step(
            long done, @Nullable Long total, Map<String, Long> counts, @Nullable String reached)
            throws Stopped {
        if (stepsLeft-- <= 0) {
            throw new Stopped();
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        checkpoint = reached;
                    }
                });
    }

    @Override
    public void errorFile(String url) {}

    @Override
    public void fail(String problemCode) {
        problem = problemCode;
    }

    @Nullable String problem() {
        return problem;
    }
}
