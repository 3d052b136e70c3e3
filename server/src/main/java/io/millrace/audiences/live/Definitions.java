package io.millrace.audiences.live;

import io.millrace.audiences.SchemeRules;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Inlining;
import io.millrace.kernel.condition.Inlining.Name;
import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.condition.evaluate.Reads;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What audiences are, and who speaks of whom, schemes included. */
@Component
final class Definitions implements Inlining.Definitions {
    /**
     * @param condition as it was written; of a list, what the facts tell
     */
    record Definition(UUID id, String name, boolean list, Condition condition) {
        Name self() {
            return new Name.Audience(id.toString());
        }
    }

    /** What reading a condition came to. */
    sealed interface Read {
        record Done(Condition condition) implements Read {}

        record Invalid(List<FieldProblem> errors) implements Read {}
    }

    private final SchemeRules schemes;
    private final Map<UUID, Definition> all = new ConcurrentHashMap<>();

    Definitions(SchemeRules schemes) {
        this.schemes = schemes;
    }

    void clear() {
        all.clear();
    }

    void put(Definition definition) {
        all.put(definition.id, definition);
    }

    void remove(UUID id) {
        all.remove(id);
    }

    Optional<Definition> of(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    List<Definition> all() {
        return List.copyOf(all.values());
    }

    /**
     * @param self whom the condition defines, and whom it must not lead back to
     */
    Read read(@Nullable JsonNode node, String pointer, @Nullable Name self) {
        if (node == null || node.isNull()) {
            return invalid(FieldProblem.of(pointer, "audiences.condition-missing"));
        }
        return switch (JacksonConditions.read(node)) {
            case ConditionJson.Read.Invalid(var problems) ->
                    new Read.Invalid(
                            problems.stream()
                                    .map(one ->
                                            new FieldProblem(
                                                    pointer + one.pointer(),
                                                    one.code(),
                                                    one.arguments()))
                                    .toList());
            case ConditionJson.Read.Done(Condition condition) -> {
                List<FieldProblem> wrong = new ArrayList<>();
                new Mentions(this, self, wrong).check(node, pointer);
                yield wrong.isEmpty() ? new Read.Done(condition) : new Read.Invalid(wrong);
            }
        };
    }

    private static Read invalid(FieldProblem problem) {
        return new Read.Invalid(List.of(problem));
    }

    /** True if somebody is mentioned by itself, or by those whom it mentions. */
    boolean leadsTo(Name mentioned, @Nullable Name self) {
        return self != null && (mentioned.equals(self) || reached(mentioned).contains(self));
    }

    /** With the conditions of other audiences and the rules of schemes in their places. */
    Condition inlined(Condition condition) {
        return done(Inlining.of(condition, this));
    }

    /** The rules of a scheme, which itself must not be found in them. */
    StageRules inlined(LifecycleScheme scheme) {
        Name self = new Name.Scheme(scheme.key());
        return new StageRules(
                scheme.rules().rules().stream()
                        .map(rule ->
                                new StageRules.Rule(
                                        rule.stage(),
                                        done(Inlining.of(rule.condition(), this, self))))
                        .toList());
    }

    private static Condition done(Inlining.Outcome outcome) {
        return switch (outcome) {
            case Inlining.Outcome.Done(Condition inlined) -> inlined;
            case Inlining.Outcome.Circular(var path) ->
                    throw new IllegalStateException("defined in a circle: " + path);
        };
    }

    /** True if a condition reads the facts that tell of stages, also through others. */
    boolean readsStages(Condition condition) {
        return Reads.of(inlined(condition)).kinds().contains(Kinds.STAGE_ENTERED);
    }

    @Override
    public Optional<Condition> audience(String audience) {
        return Optional.ofNullable(id(audience))
                .flatMap(this::of)
                .filter(definition -> !definition.list)
                .map(Definition::condition);
    }

    List<LifecycleScheme> schemes() {
        return schemes.all();
    }

    Optional<LifecycleScheme> found(String scheme) {
        return schemes.find(scheme);
    }

    @Override
    public StageRules scheme(String scheme) {
        return schemes.find(scheme).map(LifecycleScheme::rules).orElse(StageRules.UNKNOWN);
    }

    /** What a stage is called; its key if there is no such stage. */
    Label stage(String scheme, String stage) {
        return schemes.find(scheme).stream()
                .flatMap(one -> one.stages().stream())
                .filter(one -> one.key().equals(stage))
                .findFirst()
                .map(one -> new Label(one.english(), one.chinese()))
                .orElse(new Label(stage, stage));
    }

    /** All audiences that this one speaks of, also through others. */
    Set<UUID> dependencies(UUID audience) {
        Set<UUID> found = audiences(reached(new Name.Audience(audience.toString())));
        found.remove(audience);
        return found;
    }

    private Set<Name> reached(Name from) {
        Set<Name> found = new LinkedHashSet<>();
        gather(from, found);
        return found;
    }

    private void gather(Name from, Set<Name> found) {
        for (Condition condition : conditions(from)) {
            for (Name named : Inlining.mentions(condition)) {
                if (found.add(named)) {
                    gather(named, found);
                }
            }
        }
    }

    /** True if a condition mentions somebody, or those whom it mentions do. */
    boolean speaksOf(Condition condition, Name name) {
        return Inlining.mentions(condition).stream().anyMatch(named -> leadsTo(named, name));
    }

    private List<Condition> conditions(Name name) {
        return switch (name) {
            case Name.Audience(String id) -> audience(id).stream().toList();
            case Name.Scheme(String key) ->
                    scheme(key).rules().stream().map(StageRules.Rule::condition).toList();
        };
    }

    /** The audiences that a condition speaks of itself. */
    static Set<UUID> named(Condition condition) {
        return audiences(Inlining.mentions(condition));
    }

    private static Set<UUID> audiences(Set<Name> names) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Name name : names) {
            UUID id = name instanceof Name.Audience(String text) ? id(text) : null;
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The audiences that speak of it, also through others. */
    List<Definition> dependents(Name name) {
        return all.values().stream()
                .filter(one -> !one.list && speaksOf(one.condition, name))
                .toList();
    }

    /** Only the way in which ids are written is one; facts are compared letter by letter. */
    static @Nullable UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
