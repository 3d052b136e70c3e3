package io.millrace.models.scores;

import io.millrace.customers.Customers;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door: runs in their table, scores on the timelines. */
@Component
final class TimelineScores implements Scores {
    /** Facts of one customer that are looked through; several models, some years. */
    private static final int LOOKED_THROUGH = 200;

    private final RunTable runs;
    private final ScoringModels models;
    private final Starting starting;
    private final ScheduleTable schedules;
    private final SettingsTable settings;
    private final Tables tables;
    private final Timelines timelines;
    private final Customers customers;
    private final Workspace workspace;
    private final Clock clock;

    TimelineScores(
            RunTable runs,
            ScoringModels models,
            Starting starting,
            ScheduleTable schedules,
            SettingsTable settings,
            Tables tables,
            Timelines timelines,
            Customers customers,
            Workspace workspace,
            Clock clock) {
        this.runs = runs;
        this.models = models;
        this.starting = starting;
        this.schedules = schedules;
        this.settings = settings;
        this.tables = tables;
        this.timelines = timelines;
        this.customers = customers;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public List<Card> cards() {
        return models.all().stream().map(this::card).toList();
    }

    private Card card(ScoringModel model) {
        Run running = starting.atWork(model.key()).orElse(null);
        return new Card(
                model.key(),
                model.label(),
                model.version(),
                model.described(),
                runs.latest(model.key(), null).orElse(null),
                runs.of(model.key()).stream()
                        .filter(run -> run.finishedAt() != null)
                        .findFirst()
                        .orElse(null),
                running,
                schedules.of(model.key()).orElse(null));
    }

    @Override
    public List<Run> runs(String model) {
        starting.atWork(model);
        return runs.of(model);
    }

    @Override
    public Optional<Detail> run(UUID id) {
        return runs.detail(id);
    }

    @Override
    public Optional<Detail> latest(String model, @Nullable Instant asOf) {
        return runs.latest(model, asOf).flatMap(run -> runs.detail(run.id()));
    }

    @Override
    public Started start(String model, @Nullable Instant asOf, String by) {
        return starting.start(model, asOf, by);
    }

    @Override
    public Started undo(UUID run, String by) {
        return starting.undo(run, by);
    }

    @Override
    public Optional<Card> schedule(String model, @Nullable Schedule schedule) {
        Optional<ScoringModel> found = models.named(model);
        if (found.isPresent() && schedule == null) {
            schedules.remove(model);
        } else if (found.isPresent() && schedule != null) {
            schedules.put(
                    model,
                    schedule,
                    Scheduling.next(schedule, clock.instant(), workspace.settings().zone()));
        }
        return found.map(this::card);
    }

    @Override
    public ScoreSettings settings() {
        return settings.read();
    }

    @Override
    public SettingsChange change(ScoreSettings changed) {
        List<FieldProblem> problems = changed.problems();
        if (!problems.isEmpty()) {
            return new SettingsChange.Invalid(problems);
        }
        settings.write(changed);
        return new SettingsChange.Done(changed);
    }

    @Override
    public Optional<ScoreTable> table(String model, @Nullable Instant asOf) {
        return models.named(model).map(one -> tables.of(one, asOf));
    }

    @Override
    public List<Standing> of(ProfileId customer, @Nullable Instant asOf) {
        Set<ProfileId> profiles = customers.members(customers.rootOf(customer));
        List<Fact> facts =
                timelines
                        .facts(
                                profiles,
                                new Timelines.FactFilter(
                                        Set.of(Kinds.MODEL_SCORED), null, asOf, null),
                                null,
                                LOOKED_THROUGH)
                        .items();
        List<Standing> standings = new ArrayList<>();
        for (ScoringModel model : models.all()) {
            List<Point> points =
                    facts.stream()
                            .filter(fact -> model.key().equals(text(fact, "model")))
                            .map(fact -> point(fact, model))
                            .toList();
            if (!points.isEmpty() && !points.getFirst().figures().isEmpty()) {
                standings.add(
                        new Standing(model.key(), model.label(), figures(model, points), points));
            }
        }
        return standings;
    }

    /** With the words that the points use, where a figure cannot name all its words beforehand. */
    private static List<Figure> figures(ScoringModel model, List<Point> points) {
        Set<String> words =
                points.stream()
                        .flatMap(point -> point.figures().stream())
                        .flatMap(reading -> Stream.ofNullable(reading.text()))
                        .collect(Collectors.toSet());
        List<Figure.Word> called =
                model.called(words).entrySet().stream()
                        .map(one -> new Figure.Word(one.getKey(), one.getValue()))
                        .toList();
        return model.described().stream()
                .map(one -> one.isText() && one.values().isEmpty() ? one.with(called) : one)
                .toList();
    }

    private static Point point(Fact fact, ScoringModel model) {
        List<Reading> figures = new ArrayList<>();
        for (Figure figure : model.figures()) {
            switch (fact.attributes().get(figure.key())) {
                case Value.Text(String text) -> figures.add(new Reading(figure.key(), null, text));
                case Value.Whole(long number) ->
                        figures.add(new Reading(figure.key(), (double) number, null));
                case Value.Real(double number) ->
                        figures.add(new Reading(figure.key(), number, null));
                case null, default -> {}
            }
        }
        String run = text(fact, "run");
        return new Point(fact.occurredAt(), run == null ? null : UUID.fromString(run), figures);
    }

    private static @Nullable String text(Fact fact, String attribute) {
        return fact.attributes().get(attribute) instanceof Value.Text(String text) ? text : null;
    }
}
