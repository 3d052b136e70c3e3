package io.millrace.audiences;

import io.millrace.kernel.model.LifecyclePresets;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.kernel.model.LifecycleTable;
import io.millrace.kernel.model.Migration;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Stages by the kernel's lifecycle fold. */
@Component
final class LifecycleStages implements Audiences {
    private final Schemes schemes;
    private final StageRuns runs;

    LifecycleStages(Schemes schemes, StageRuns runs) {
        this.schemes = schemes;
        this.runs = runs;
    }

    @Override
    public List<SchemeName> schemes() {
        return LifecyclePresets.ALL.stream()
                .map(s -> new SchemeName(s.key(), new Label(s.english(), s.chinese())))
                .toList();
    }

    @Override
    public Optional<Scheme> scheme(String key) {
        return schemes.find(key).map(this::view);
    }

    @Override
    public SchemeChange change(String key, JsonNode rules) {
        Optional<LifecycleScheme> preset = schemes.preset(key);
        if (preset.isEmpty()) {
            return new SchemeChange.NoSuchScheme();
        }
        return switch (SchemeReader.read(preset.get(), rules)) {
            case SchemeReader.Read.Invalid(var problems) -> new SchemeChange.Invalid(problems);
            case SchemeReader.Read.Done(LifecycleScheme scheme) -> {
                schemes.save(scheme);
                yield new SchemeChange.Done(view(scheme));
            }
        };
    }

    @Override
    public Optional<Scheme> restore(String key) {
        schemes.restore(key);
        return scheme(key);
    }

    @Override
    public Previewed preview(String key, JsonNode rules, @Nullable Instant asOf) {
        Optional<LifecycleScheme> now = schemes.find(key);
        if (now.isEmpty()) {
            return new Previewed.NoSuchScheme();
        }
        return switch (SchemeReader.read(now.get(), rules)) {
            case SchemeReader.Read.Invalid(var problems) -> new Previewed.Invalid(problems);
            case SchemeReader.Read.Done(LifecycleScheme then) -> compare(now.get(), then, asOf);
        };
    }

    @Override
    public Optional<Stages> stages(String scheme, @Nullable Instant asOf) {
        return schemes.find(scheme).map(found -> counted(runs.stages(found, asOf)));
    }

    @Override
    public Optional<Moves> moves(String scheme, @Nullable Instant from, @Nullable Instant to) {
        return schemes.find(scheme).map(found -> counted(runs.moves(found, from, to)));
    }

    @Override
    public Optional<SortedProfiles> inStage(String scheme, String stage, @Nullable Instant asOf) {
        Optional<LifecycleScheme> found = schemes.find(scheme);
        OptionalInt place = found.map(f -> place(f, stage)).orElse(OptionalInt.empty());
        if (found.isEmpty() || place.isEmpty() || place.getAsInt() == LifecycleTable.NOT_YET) {
            return Optional.empty();
        }
        LifecycleTable table = runs.stages(found.get(), asOf).table();
        return Optional.of(where(table, row -> table.stage(row) == place.getAsInt()));
    }

    @Override
    public Optional<SortedProfiles> moved(
            String scheme, String before, String after, Instant from, Instant to) {
        Optional<LifecycleScheme> found = schemes.find(scheme);
        OptionalInt old = found.map(f -> place(f, before)).orElse(OptionalInt.empty());
        OptionalInt now = found.map(f -> place(f, after)).orElse(OptionalInt.empty());
        if (found.isEmpty() || old.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        StageRuns.MoveRun run = runs.moves(found.get(), from, to);
        return Optional.of(
                where(
                        run.after(),
                        row ->
                                run.before().stage(row) == old.getAsInt()
                                        && run.after().stage(row) == now.getAsInt()));
    }

    @Override
    public Map<ProfileId, StageName> stagesOf(
            String scheme, Set<ProfileId> customers, @Nullable Instant asOf) {
        Map<ProfileId, StageName> stages = new HashMap<>();
        Optional<LifecycleScheme> found = schemes.find(scheme);
        if (customers.isEmpty() || found.isEmpty()) {
            return stages;
        }
        LifecycleTable table = runs.stages(found.get(), asOf).table();
        for (ProfileId customer : customers) {
            int row = table.rowOf(customer.value());
            if (row >= 0 && table.stage(row) != LifecycleTable.NOT_YET) {
                stages.put(customer, name(found.get().stages().get(table.stage(row))));
            }
        }
        return stages;
    }

    private Previewed compare(LifecycleScheme now, LifecycleScheme then, @Nullable Instant asOf) {
        StageRuns.StageRun before = runs.stages(now, asOf);
        StageRuns.StageRun after = runs.stages(then, asOf);
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Integer> numbers = before.table().counts();
        for (int stage = 0; stage < numbers.size(); stage++) {
            counts.put(now.stages().get(stage).key(), numbers.get(stage));
        }
        int moving = 0;
        for (int row = 0; row < after.table().size(); row++) {
            int old = before.table().rowOf(after.table().customer(row));
            if (old >= 0 && !key(before.table(), old).equals(key(after.table(), row))) {
                moving++;
            }
        }
        return new Previewed.Done(counted(after), counts, moving);
    }

    private Scheme view(LifecycleScheme scheme) {
        boolean changed = schemes.preset(scheme.key()).filter(scheme::equals).isEmpty();
        List<RuledStage> stages =
                scheme.stages().stream()
                        .map(s -> new RuledStage(s.key(), name(s).label(), rule(s)))
                        .toList();
        return new Scheme(
                scheme.key(), new Label(scheme.english(), scheme.chinese()), stages, changed);
    }

    private static Stages counted(StageRuns.StageRun run) {
        LifecycleScheme scheme = run.table().scheme();
        List<Integer> counts = run.table().counts();
        List<Stage> stages = new ArrayList<>();
        for (int place = 0; place < counts.size(); place++) {
            LifecycleScheme.Stage stage = scheme.stages().get(place);
            stages.add(
                    new Stage(
                            stage.key(),
                            name(stage).label(),
                            rule(stage),
                            counts.get(place),
                            run.revenues().get(place)));
        }
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        return new Stages(scheme.key(), run.asOf(), all, run.currency(), stages, run.version());
    }

    private static Moves counted(StageRuns.MoveRun run) {
        LifecycleScheme scheme = run.after().scheme();
        List<Move> links =
                Migration.between(run.before(), run.after()).links().stream()
                        .map(link ->
                                new Move(
                                        key(scheme, link.from()),
                                        key(scheme, link.to()),
                                        link.customers()))
                        .filter(link -> !(link.from().equals(NOT_YET) && link.to().equals(NOT_YET)))
                        .toList();
        return new Moves(
                scheme.key(),
                run.from(),
                run.to(),
                scheme.stages().stream().map(LifecycleStages::name).toList(),
                links,
                run.before().counts().stream().mapToInt(Integer::intValue).sum(),
                run.after().counts().stream().mapToInt(Integer::intValue).sum(),
                run.version());
    }

    private static OptionalInt place(LifecycleScheme scheme, String stage) {
        if (stage.equals(NOT_YET)) {
            return OptionalInt.of(LifecycleTable.NOT_YET);
        }
        return IntStream.range(0, scheme.stages().size())
                .filter(place -> scheme.stages().get(place).key().equals(stage))
                .findFirst();
    }

    private static String key(LifecycleTable table, int row) {
        return key(table.scheme(), table.stage(row));
    }

    private static String key(LifecycleScheme scheme, int place) {
        return place == LifecycleTable.NOT_YET ? NOT_YET : scheme.stages().get(place).key();
    }

    private static StageName name(LifecycleScheme.Stage stage) {
        return new StageName(stage.key(), new Label(stage.english(), stage.chinese()));
    }

    private static Rule rule(LifecycleScheme.Stage stage) {
        return new Rule(RuleWriter.write(stage.rule()), Sentences.of(stage.rule()));
    }

    private static SortedProfiles where(LifecycleTable table, IntPredicate passes) {
        int[] rows = IntStream.range(0, table.size()).filter(passes).toArray();
        return SortedProfiles.of(
                rows.length, n -> rows[n], table::customerHigh, table::customerLow);
    }
}
