package io.millrace.models.scores;

import io.millrace.jobs.Jobs;
import io.millrace.models.scores.Scores.Run;
import io.millrace.models.scores.Scores.State;
import io.millrace.models.scores.ScoringModel.Outcome;
import io.millrace.timelines.Timelines;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries out runs: scores everybody, compares, and writes what is another score than before. */
@Component
final class RunWork implements Jobs.Work {
    static final String KIND = "models.run";

    private final RunTable runs;
    private final ScoringModels models;
    private final Gathering gathering;
    private final Tables tables;
    private final ScoreWriter writer;
    private final Timelines timelines;
    private final JsonMapper json;
    private final Clock clock;

    RunWork(
            RunTable runs,
            ScoringModels models,
            Gathering gathering,
            Tables tables,
            ScoreWriter writer,
            Timelines timelines,
            JsonMapper json,
            Clock clock) {
        this.runs = runs;
        this.models = models;
        this.gathering = gathering;
        this.tables = tables;
        this.writer = writer;
        this.timelines = timelines;
        this.json = json;
        this.clock = clock;
    }

    /** What a job is told. */
    record Input(UUID run) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run job) throws Jobs.Stopped {
        UUID id = json.readValue(job.input(), Input.class).run();
        Optional<Run> found = runs.find(id);
        if (found.isEmpty() || found.get().finishedAt() != null) {
            return;
        }
        try {
            runs.running(id);
            carryOut(found.get(), job);
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException bug) {
            runs.end(id, State.FAILED, clock.instant(), null);
            throw bug;
        } catch (IndexOutOfBoundsException | NullPointerException bug) {
            runs.end(id, State.FAILED, clock.instant(), null);
            throw bug;
        }
    }

    private void carryOut(Run run, Jobs.Run job) throws Jobs.Stopped {
        ScoringModel model = models.named(run.model()).orElseThrow();
        job.step(0, null, Map.of(), null);
        timelines.catchUp();
        Instant asOf = run.asOf();
        UUID undoes = run.undoes();
        if (undoes != null) {
            Run undone = runs.find(undoes).orElseThrow();
            ScoreColumns target = tables.without(model, asOf, Set.of(undoes, run.id()));
            ScoreColumns now = tables.without(model, asOf, Set.of(run.id()));
            keep(run, model, now, target, earlier(undone), job);
            return;
        }
        switch (model.score(gathering.data(asOf))) {
            case Outcome.Lacking(Scores.Lack lack) ->
                    runs.end(run.id(), State.LACKING, clock.instant(), lack);
            case Outcome.Scored scored -> {
                job.step(0, (long) scored.scores().size(), Map.of(), null);
                ScoreColumns before = tables.without(model, asOf, Set.of(run.id()));
                RunTable.Left left =
                        new RunTable.Left(
                                json.writeValueAsString(scored.parameters()),
                                json.writeValueAsString(scored.report()),
                                null,
                                0,
                                0);
                keep(run, model, before, scored.scores(), left, job);
            }
        }
    }

    /** What the run before an undone one had left is right again. */
    private RunTable.@Nullable Left earlier(Run undone) {
        return runs.before(undone)
                .flatMap(run -> runs.detail(run.id()))
                .map(detail ->
                        new RunTable.Left(
                                detail.parameters() == null ? null : detail.parameters().toString(),
                                detail.report() == null ? null : detail.report().toString(),
                                null,
                                0,
                                0))
                .orElse(null);
    }

    private void keep(
            Run run,
            ScoringModel model,
            ScoreColumns before,
            ScoreColumns now,
            RunTable.@Nullable Left left,
            Jobs.Run job) {
        Comparing comparing = new Comparing(before, now);
        List<ScoreWriter.Line> lines = new ArrayList<>();
        comparing.forEachChanged((old, row) ->
                lines.add(
                        new ScoreWriter.Line(
                                row < 0 ? before.customer(old) : now.customer(row),
                                now,
                                row,
                                run.id(),
                                run.asOf())));
        int changed = lines.size();
        runs.next(model.key(), run.asOf())
                .ifPresent(next -> lines.addAll(repeated(next, model, run, before, comparing)));
        writer.write(model.key(), run.id(), lines, job);
        runs.done(
                run.id(),
                clock.instant(),
                new RunTable.Left(
                        left == null ? null : left.parameters(),
                        left == null ? null : left.report(),
                        comparing.moves(),
                        now.size(),
                        changed));
    }

    /**
     * A run of an earlier day comes between others: whoever had nothing new to be told at the next
     * one is told again what has been true there all the time.
     */
    private List<ScoreWriter.Line> repeated(
            Run next, ScoringModel model, Run run, ScoreColumns before, Comparing comparing) {
        ScoreColumns then = tables.without(model, next.asOf(), Set.of(run.id()));
        List<ScoreWriter.Line> lines = new ArrayList<>();
        comparing.forEachChanged((old, row) -> {
            int later = old < 0 ? -1 : then.rowOf(before.customer(old));
            if (later >= 0 && then.same(later, before, old)) {
                lines.add(
                        new ScoreWriter.Line(
                                before.customer(old), then, later, next.id(), next.asOf()));
            }
        });
        return lines;
    }
}
