package io.millrace.privacy;

import io.millrace.database.TestDatabase;
import io.millrace.jobs.Jobs;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import io.millrace.shared.PersonalData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Privacy over a test's database, with a master key of its own and jobs that run when told to. */
public final class PrivacyParts {
    public final List<PersonalData> stores = new ArrayList<>();
    public final QueuedJobs jobs = new QueuedJobs();
    public final Privacy privacy;
    final PersonKeys keys;
    final ErasureRuns runs;
    private final ErasureWork work;

    public PrivacyParts(TestDatabase database, Ids ids, Clock clock) {
        this(database, ids, clock, key((byte) 7));
    }

    PrivacyParts(TestDatabase database, Ids ids, Clock clock, MasterKey master) {
        var json = JsonMapper.builder().build();
        var jdbc = database.jdbc();
        var transactions = database.transactions();
        var wrapping = PersonKey.cipher(master.derive("millrace/wrap/1"));
        keys = new PersonKeys(jdbc, clock, wrapping);
        var trail = new AuditTrail(jdbc, clock, json);
        var all = new PersonStores(stores::stream);
        runs = new ErasureRuns(jdbc, transactions, jobs, ids, clock, trail);
        work = new ErasureWork(jdbc, transactions, runs, all, keys, trail, json);
        var index = new BlindIndex(master.derive("millrace/index/1"));
        privacy = new KeyedPrivacy(keys, index, trail, runs, all);
    }

    static MasterKey key(byte filledWith) {
        var secret = new byte[32];
        Arrays.fill(secret, filledWith);
        return MasterKey.of(secret);
    }

    /** Carries out all erasures that were asked for. */
    public void runJobs() {
        while (!jobs.waiting.isEmpty()) {
            run(jobs.waiting.removeFirst());
        }
    }

    /** Carries out one, as the runner of jobs would. */
    public void run(QueuedJobs.Queued job) {
        try {
            work.run(new Running(job));
        } catch (Jobs.Stopped e) {
            throw new AssertionError("nobody stops it", e);
        }
    }

    /** A run of one job. */
    public Jobs.Run running(QueuedJobs.Queued job) {
        return new Running(job);
    }

    private record Running(QueuedJobs.Queued job) implements Jobs.Run {
        @Override
        public UUID id() {
            return job.id();
        }

        @Override
        public String input() {
            return job.input();
        }

        @Override
        public @Nullable String checkpoint() {
            return null;
        }

        @Override
        public void step(
                long done,
                @Nullable Long total,
                Map<String, Long> counts,
                @Nullable String checkpoint) {}

        @Override
        public void errorFile(String url) {}

        @Override
        public void fail(String problemCode) {}
    }

    /** Jobs that wait in a list. */
    public static final class QueuedJobs implements Jobs {
        public final List<Queued> waiting = new ArrayList<>();

        public record Queued(UUID id, String kind, String input) {}

        @Override
        public UUID submit(String kind, String title, String input) {
            var id = UUID.randomUUID();
            waiting.add(new Queued(id, kind, input));
            return id;
        }

        @Override
        public Optional<Job> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Page<Job> list(@Nullable String cursor, int limit) {
            return new Page<>(List.of(), null, null);
        }

        @Override
        public boolean cancel(UUID id) {
            return false;
        }

        @Override
        public boolean pause(UUID id) {
            return false;
        }

        @Override
        public boolean resume(UUID id) {
            return false;
        }
    }
}
