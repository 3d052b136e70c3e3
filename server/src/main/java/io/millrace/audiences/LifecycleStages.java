package io.millrace.audiences;

import io.millrace.kernel.model.LifecyclePresets;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.kernel.model.LifecycleTable;
import io.millrace.kernel.model.Migration;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Stages by the kernel's lifecycle fold. */
@Component
final class LifecycleStages implements Audiences {
    private final Schemes schemes;
    private final StageRuns runs;
    private final RuleLanguage language;
    private final ConditionNodes conditions;
    private final TransactionTemplate transactions;

    LifecycleStages(
            Schemes schemes,
            StageRuns runs,
            RuleLanguage language,
            ConditionNodes conditions,
            TransactionTemplate transactions) {
        this.schemes = schemes;
        this.runs = runs;
        this.language = language;
        this.conditions = conditions;
        this.transactions = transactions;
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
        return switch (SchemeReader.read(preset.get(), rules, language)) {
            case SchemeReader.Read.Invalid(var problems) -> new SchemeChange.Invalid(problems);
            case SchemeReader.Read.Done(LifecycleScheme scheme) ->
                    become(scheme, () -> schemes.save(scheme));
        };
    }

    @Override
    public Optional<Scheme> tell(String key, boolean on) {
        schemes.preset(key).ifPresent(_ -> language.tell(key, on));
        return scheme(key);
    }

    @Override
    public SchemeChange restore(String key) {
        return schemes.preset(key)
                .map(preset -> become(preset, () -> schemes.restore(key)))
                .orElseGet(SchemeChange.NoSuchScheme::new);
    }

    /** Together with the change it is known who has to be evaluated anew. */
    private SchemeChange become(LifecycleScheme next, Runnable change) {
        List<FieldProblem> inUse = gone(next);
        if (!inUse.isEmpty()) {
            return new SchemeChange.Invalid(inUse);
        }
        try {
            transactions.executeWithoutResult(_ -> {
                change.run();
                language.changed(next.key());
            });
        } finally {
            schemes.forget();
        }
        return new SchemeChange.Done(view(next));
    }

    /** Stages that would be gone although somebody asks for them. */
    private List<FieldProblem> gone(LifecycleScheme next) {
        List<FieldProblem> problems = new ArrayList<>();
        for (LifecycleScheme.Stage old : schemes.find(next.key()).orElse(next).stages()) {
            if (place(next, old.key()).isEmpty()) {
                List<String> users = language.thoseWhoAskFor(next.key(), old.key());
                if (!users.isEmpty()) {
                    problems.add(
                            FieldProblem.of(
                                    "/stages",
                                    "audiences.stage-in-use",
                                    old.key(),
                                    String.join(", ", users)));
                }
            }
        }
        return problems;
    }

    @Override
    public Previewed preview(String key, JsonNode rules, @Nullable Instant asOf) {
        Optional<LifecycleScheme> now = schemes.find(key);
        if (now.isEmpty()) {
            return new Previewed.NoSuchScheme();
        }
        return switch (SchemeReader.read(now.get(), rules, language)) {
            case SchemeReader.Read.Invalid(var problems) -> new Previewed.Invalid(problems);
            case SchemeReader.Read.Done(LifecycleScheme then) -> compare(now.get(), then, asOf);
        };
    }

    @Override
    public Optional<Stages> stages(String scheme, @Nullable Instant asOf) {
        return schemes.find(scheme).map(found -> counted(found, run(found, asOf)));
    }

    @Override
    public Optional<Moves> moves(String scheme, @Nullable Instant from, @Nullable Instant to) {
        return schemes.find(scheme)
                .map(found -> counted(runs.moves(language.inlined(found), from, to)));
    }

    @Override
    public Optional<SortedProfiles> inStage(String scheme, String stage, @Nullable Instant asOf) {
        Optional<LifecycleScheme> found = schemes.find(scheme);
        OptionalInt place = found.map(f -> place(f, stage)).orElse(OptionalInt.empty());
        if (found.isEmpty() || place.isEmpty() || place.getAsInt() == LifecycleTable.NOT_YET) {
            return Optional.empty();
        }
        LifecycleTable table = run(found.get(), asOf).table();
        return Optional.of(SortedProfiles.of(table, row -> table.stage(row) == place.getAsInt()));
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
        StageRuns.MoveRun run = runs.moves(language.inlined(found.get()), from, to);
        return Optional.of(
                SortedProfiles.of(
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
        LifecycleTable table = run(found.get(), asOf).table();
        for (ProfileId customer : customers) {
            int row = table.rowOf(customer.value());
            if (row >= 0 && table.stage(row) != LifecycleTable.NOT_YET) {
                stages.put(customer, name(found.get().stages().get(table.stage(row))));
            }
        }
        return stages;
    }

    private Previewed compare(LifecycleScheme now, LifecycleScheme then, @Nullable Instant asOf) {
        StageRuns.StageRun before = run(now, asOf);
        StageRuns.StageRun after = run(then, asOf);
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
        return new Previewed.Done(counted(then, after), counts, moving);
    }

    private StageRuns.StageRun run(LifecycleScheme scheme, @Nullable Instant asOf) {
        return runs.stages(language.inlined(scheme), asOf);
    }

    private Scheme view(LifecycleScheme scheme) {
        boolean changed = schemes.preset(scheme.key()).filter(scheme::equals).isEmpty();
        List<RuledStage> stages =
                scheme.stages().stream()
                        .map(s -> new RuledStage(s.key(), name(s).label(), rule(s)))
                        .toList();
        return new Scheme(
                scheme.key(),
                new Label(scheme.english(), scheme.chinese()),
                stages,
                changed,
                language.told(scheme.key()).name().toLowerCase(Locale.ROOT));
    }

    /**
     * @param scheme as it is written
     */
    private Stages counted(LifecycleScheme scheme, StageRuns.StageRun run) {
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

    private Rule rule(LifecycleScheme.Stage stage) {
        return new Rule(conditions.write(stage.rule()), language.sentence(stage.rule()));
    }
}
