package io.millrace.audiences.live;

import io.millrace.audiences.live.Definitions.Definition;
import io.millrace.kernel.condition.Inlining.Name;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets whoever speaks of something that changed be evaluated anew, in the background. */
@Component
final class Reevaluation {
    private final Definitions definitions;
    private final AudienceTable audiences;
    private final ChangeTable changes;
    private final ToldSchemes told;
    private final EvaluateQueue queue;

    Reevaluation(
            Definitions definitions,
            AudienceTable audiences,
            ChangeTable changes,
            ToldSchemes told,
            EvaluateQueue queue) {
        this.definitions = definitions;
        this.audiences = audiences;
        this.changes = changes;
        this.told = told;
        this.queue = queue;
    }

    /** In the transaction of the change. */
    void of(Name changed) {
        List<Definition> dependents = definitions.dependents(changed);
        List<UUID> ids = dependents.stream().map(Definition::id).toList();
        dependents.forEach(one -> queue.audience(one.id(), one.name(), false));
        if (!ids.isEmpty()) {
            audiences.state(ids, "evaluating", null);
        }
        told.changed(changed);
        changes.open().stream()
                .filter(one ->
                        definitions.speaksOf(JacksonConditions.parse(one.condition()), changed))
                .forEach(one -> {
                    changes.state(one.id(), "evaluating", null);
                    queue.change(
                            one.audience(),
                            one.id(),
                            definitions.of(one.audience()).orElseThrow().name());
                });
    }
}
