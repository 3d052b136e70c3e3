package io.millrace.audiences.live;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.condition.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Evaluates everybody by a new or edited condition, in the background. */
@Component
final class EvaluateWork implements Jobs.Work {
    private final EvaluateQueue queue;
    private final Definitions definitions;
    private final AudienceTable audiences;
    private final ChangeTable changes;
    private final Installing installing;
    private final Roster roster;

    EvaluateWork(
            EvaluateQueue queue,
            Definitions definitions,
            AudienceTable audiences,
            ChangeTable changes,
            Installing installing,
            Roster roster) {
        this.queue = queue;
        this.definitions = definitions;
        this.audiences = audiences;
        this.changes = changes;
        this.installing = installing;
        this.roster = roster;
    }

    @Override
    public String kind() {
        return EvaluateQueue.KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        EvaluateQueue.Input input = queue.read(run.input());
        run.step(0, null, Map.of(), null);
        UUID change = input.change();
        try {
            if (change == null) {
                audience(run, input);
            } else {
                tried(input.audience(), change);
            }
        } catch (IllegalStateException | ArithmeticException | IndexOutOfBoundsException bug) {
            if (change == null) {
                audiences.state(List.of(input.audience()), "failed", bug.toString());
            }
            throw bug;
        }
    }

    private void audience(Jobs.Run run, EvaluateQueue.Input input) throws Jobs.Stopped {
        UUID id = input.audience();
        Optional<AudienceTable.Row> row = audiences.find(id);
        Slot slot = installing.slot(id);
        if (row.isEmpty() || slot == null || row.get().state().equals("live")) {
            return;
        }
        Condition condition = definitions.of(id).orElseThrow().condition();
        installing.install(slot, definitions.inlined(condition));
        long total = roster.missing(slot).length;
        long left = total;
        while (left > 0) {
            left = installing.write(slot, input.first());
            run.step(total - left, total, Map.of(), null);
        }
        installing.write(slot, input.first());
        // Another edit may have come meanwhile; its own run will end this.
        if (definitions.of(id).filter(one -> one.condition().equals(condition)).isPresent()) {
            audiences.state(List.of(id), "live", null);
        }
    }

    private void tried(UUID audience, UUID change) {
        Optional<ChangeTable.Row> row =
                changes.find(audience, change)
                        .filter(one ->
                                one.state().equals("evaluating") || one.state().equals("ready"));
        if (row.isEmpty() || installing.slot(change) != null) {
            return;
        }
        Condition condition = definitions.inlined(JacksonConditions.parse(row.get().condition()));
        Slot slot = new Slot(change, audience, false, condition);
        installing.install(slot, condition);
        roster.slot(audience)
                .ifPresent(live -> changes.state(change, "ready", roster.difference(live, slot)));
    }
}
