package io.millrace.jobs;

import io.millrace.shared.Page;
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

    /** All jobs, newest first. */
    Page<Job> list(@Nullable String cursor, int limit);

    /**
     * Asks a job to end at its next step; one that waits ends at once.
     *
     * @return false if it had ended already, or never was
     */
    boolean cancel(UUID id);

    /**
     * Asks a job to stop at its next step and to keep its place.
     *
     * @return false if it neither waits nor runs
     */
    boolean pause(UUID id);

    /**
     * Lets a paused job go on from its last checkpoint.
     *
     * @return false if it is not paused
     */
    boolean resume(UUID id);

    /** Where a job is in its life; the last three are for ever. */
    enum State {
        QUEUED,
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * A job as it stands.
     *
     * @param done units of work done so far, in the job's own unit
     * @param total all units, null while unknown
     * @param problem the code of what made it fail
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
            @Nullable Instant finishedAt) {
        public Job {
            counts = Map.copyOf(counts);
        }
    }

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
