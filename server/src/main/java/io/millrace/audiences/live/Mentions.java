package io.millrace.audiences.live;

import io.millrace.audiences.live.Definitions.Definition;
import io.millrace.kernel.condition.Inlining.Name;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.shared.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds audiences and stages that there are not, and whoever would be defined by itself. */
record Mentions(Definitions definitions, @Nullable Name self, List<FieldProblem> wrong) {
    void check(JsonNode node, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer + "/" + i);
            }
            return;
        }
        switch (node.path("type").asString("")) {
            case "audience" -> audience(node, pointer + "/audience");
            case "stage", "stageMoved" -> scheme(node, pointer);
            default ->
                    node.properties()
                            .forEach(one -> check(one.getValue(), pointer + "/" + one.getKey()));
        }
    }

    private void audience(JsonNode node, String pointer) {
        String named = node.path("audience").asString("");
        UUID id = Definitions.id(named);
        Optional<Definition> definition = id == null ? Optional.empty() : definitions.of(id);
        if (definition.isEmpty()) {
            wrong.add(FieldProblem.of(pointer, "audiences.unknown-audience", named));
        } else if (definitions.leadsTo(new Name.Audience(named), self)) {
            wrong.add(FieldProblem.of(pointer, "audiences.circular", definition.get().name()));
        }
    }

    private void scheme(JsonNode node, String pointer) {
        String named = node.path("scheme").asString("");
        Optional<LifecycleScheme> scheme = definitions.found(named);
        if (scheme.isEmpty()) {
            wrong.add(FieldProblem.of(pointer + "/scheme", "audiences.unknown-scheme", named));
        } else if (definitions.leadsTo(new Name.Scheme(named), self)) {
            wrong.add(
                    FieldProblem.of(
                            pointer + "/scheme", "audiences.circular", scheme.get().english()));
        } else {
            List.of("stages", "from", "to")
                    .forEach(list -> stages(node.path(list), pointer + "/" + list, scheme.get()));
        }
    }

    private void stages(JsonNode stages, String pointer, LifecycleScheme scheme) {
        for (int i = 0; i < stages.size(); i++) {
            String stage = stages.get(i).asString("");
            if (scheme.stages().stream().noneMatch(one -> one.key().equals(stage))) {
                wrong.add(FieldProblem.of(pointer + "/" + i, "audiences.unknown-stage", stage));
            }
        }
    }
}
