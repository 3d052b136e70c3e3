package io.millrace.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work: queued durably, run one at a time per kind, with progress, pause, cancel and
 * resumption after a restart.
 */
public interface Jobs {
    /**
     * Queues a job in the caller's transaction (or one of its own).
     *
     * @param kind names the {@link Work} that carries it out
     * @param input what the work needs to begin, as JSON; no personal data
     */
    UUID submit(String kind, String title, String input);

    Optional<Job> find(UUID id);

    /** Asks a job to stop where it can. */
    boolean cancel(UUID id);

    boolean pause(UUID id);

    boolean resume(UUID id);

    enum State {
        QUEUED,
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * @param counts named results, such as {@code created}, {@code updated}, {@code errors}
     */
    record Job(
            UUID id,
            String kind,
            String title,
            State state,
            long done,
            @Nullable Long total,
            Map<String, Long> counts,
            @Nullable String errorFile,
            @Nullable String problem,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** What a module implements to carry out a kind of job. */
    interface Work {
        String kind();

        /**
         * Runs or resumes; {@link Run#checkpoint} is where the last run left off. Throws {@link
         * Stopped} through {@link Run#step}.
         */
        void run(Run run) throws Stopped;
    }

    /** A job's hold on its own row. */
    interface Run {
        UUID id();

        String input();

        /** JSON that the work saved last, null at first. */
        @Nullable String checkpoint();

        /**
         * Reports progress; joins the caller's transaction, so that work done and checkpoint commit
         * together.
         *
         * @throws Stopped if the job was paused or cancelled: undo the transaction, return
         */
        void step(
                long done,
                @Nullable Long total,
                Map<String, Long> counts,
                @Nullable String checkpoint)
                throws Stopped;

        void errorFile(String url);

        /** Ends the job as failed with a problem code after this run returns. */
        void fail(String problemCode);
    }

    /** The job was paused or cancelled while it ran. */
    final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
