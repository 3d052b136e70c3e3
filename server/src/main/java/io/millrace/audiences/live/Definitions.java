package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Inlining;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.shared.FieldProblem;
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

/** What audiences are, and which of them speak of which. */
@Component
final class Definitions {
    /**
     * @param condition as it was written; of a list, what the facts tell
     */
    record Definition(UUID id, String name, boolean list, Condition condition) {}

    /** What reading a condition came to. */
    sealed interface Read {
        record Done(Condition condition) implements Read {}

        record Invalid(List<FieldProblem> errors) implements Read {}
    }

    private final Map<UUID, Definition> all = new ConcurrentHashMap<>();

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
     * @param self the audience that the condition is for, which it must not lead back to
     */
    Read read(@Nullable JsonNode node, String pointer, @Nullable UUID self) {
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
                mentions(node, pointer, self, wrong);
                yield wrong.isEmpty() ? new Read.Done(condition) : new Read.Invalid(wrong);
            }
        };
    }

    private static Read invalid(FieldProblem problem) {
        return new Read.Invalid(List.of(problem));
    }

    /** Audiences that there are not, and those that would speak of themselves. */
    private void mentions(
            JsonNode node, String pointer, @Nullable UUID self, List<FieldProblem> wrong) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                mentions(node.get(i), pointer + "/" + i, self, wrong);
            }
            return;
        }
        if (node.path("type").asString("").equals("audience")) {
            String named = node.path("audience").asString("");
            UUID id = id(named);
            if (id == null || !all.containsKey(id)) {
                wrong.add(
                        FieldProblem.of(
                                pointer + "/audience", "audiences.unknown-audience", named));
            } else if (id.equals(self) || (self != null && dependencies(id).contains(self))) {
                wrong.add(
                        FieldProblem.of(
                                pointer + "/audience", "audiences.circular", all.get(id).name));
            }
            return;
        }
        node.properties()
                .forEach(
                        one -> mentions(one.getValue(), pointer + "/" + one.getKey(), self, wrong));
    }

    /** With the conditions of other audiences in their places. */
    Condition inlined(Condition condition) {
        return switch (Inlining.of(condition, this::definition)) {
            case Inlining.Outcome.Done(Condition inlined) -> inlined;
            case Inlining.Outcome.Circular(var path) ->
                    throw new IllegalStateException("audiences in a circle: " + path);
        };
    }

    private Optional<Condition> definition(String audience) {
        return Optional.ofNullable(id(audience))
                .flatMap(this::of)
                .filter(definition -> !definition.list)
                .map(Definition::condition);
    }

    /** All audiences that this one speaks of, also through others. */
    Set<UUID> dependencies(UUID audience) {
        Set<UUID> found = new LinkedHashSet<>();
        of(audience).ifPresent(definition -> gather(definition.condition, found));
        found.remove(audience);
        return found;
    }

    private void gather(Condition condition, Set<UUID> found) {
        for (UUID named : named(condition)) {
            if (found.add(named)) {
                of(named).filter(one -> !one.list).ifPresent(one -> gather(one.condition, found));
            }
        }
    }

    /** The audiences that a condition speaks of itself. */
    static Set<UUID> named(Condition condition) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String audience : Inlining.audiences(condition)) {
            UUID id = id(audience);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Those that speak of this one, also through others. */
    List<Definition> dependents(UUID audience) {
        return all.values().stream()
                .filter(one -> !one.list && dependencies(one.id).contains(audience))
                .toList();
    }

    /** Only the way in which ids are written is one; facts are compared letter by letter. */
    private static @Nullable UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
