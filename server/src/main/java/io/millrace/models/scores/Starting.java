package io.millrace.models.scores;

import io.millrace.jobs.Jobs;
import io.millrace.models.scores.Scores.Run;
import io.millrace.models.scores.Scores.Started;
import io.millrace.models.scores.Scores.State;
import io.millrace.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Queues runs, one of a model at a time. */
@Component
final class Starting {
    private final RunTable runs;
    private final ScoringModels models;
    private final SettingsTable settings;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Starting(
            RunTable runs,
            ScoringModels models,
            SettingsTable settings,
            Jobs jobs,
            TransactionTemplate transactions,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.runs = runs;
        this.models = models;
        this.settings = settings;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    Started start(String model, @Nullable Instant asOf, String by) {
        return models.named(model)
                .map(one -> queue(one, null, asOf == null ? clock.instant() : asOf, by))
                .orElseGet(Started.NoSuchModel::new);
    }

    Started undo(UUID run, String by) {
        Optional<Run> found = runs.find(run);
        if (found.isEmpty()) {
            return new Started.NoSuchRun();
        }
        Run undone = found.get();
        boolean latest =
                runs.latest(undone.model(), null).filter(one -> one.id().equals(run)).isPresent();
        if (!latest) {
            return new Started.NotLatest();
        }
        return models.named(undone.model())
                .map(model -> queue(model, run, undone.asOf().plus(1, ChronoUnit.MICROS), by))
                .orElseGet(Started.NoSuchModel::new);
    }

    /** The run at work; one whose job has ended without telling is at work no more. */
    Optional<Run> atWork(String model) {
        return runs.atWork(model).filter(run -> !endedUnnoticed(run));
    }

    private boolean endedUnnoticed(Run run) {
        UUID job = run.job();
        Optional<Jobs.Job> found = job == null ? Optional.empty() : jobs.find(job);
        if (found.isEmpty() || found.get().finishedAt() == null) {
            return false;
        }
        boolean cancelled = found.get().state() == Jobs.State.CANCELLED;
        runs.end(run.id(), cancelled ? State.CANCELLED : State.FAILED, clock.instant(), null);
        return true;
    }

    private Started queue(ScoringModel model, @Nullable UUID undoes, Instant asOf, String by) {
        Optional<Run> atWork = atWork(model.key());
        if (atWork.isPresent()) {
            return new Started.AtWork(atWork.get().id());
        }
        UUID id = ids.next();
        RunTable.New run =
                new RunTable.New(
                        id,
                        model.key(),
                        model.version(),
                        undoes,
                        asOf.truncatedTo(ChronoUnit.MICROS),
                        by,
                        clock.instant(),
                        settings.read());
        Started queued = transactions.execute(_ -> queue(run, model.label().en()));
        return queued == null ? new Started.AtWork(id) : queued;
    }

    private Started queue(RunTable.New run, String title) {
        if (!runs.insert(run)) {
            return new Started.AtWork(run.id());
        }
        String input = json.writeValueAsString(new RunWork.Input(run.id()));
        UUID job = jobs.submit(RunWork.KIND, title, input);
        runs.job(run.id(), job);
        return new Started.Queued(run.id(), job);
    }
}
