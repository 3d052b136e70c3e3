package io.millrace.audiences.live;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.condition.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
        UUID change = input.change();
        try {
            run.step(0, null, Map.of(), null);
            if (change == null) {
                audience(run, input);
            } else {
                tried(input.audience(), change);
            }
        } catch (Jobs.Stopped stopped) {
            // Should it be resumed, it begins anew and this is forgotten.
            failed(input, "The evaluation was stopped.");
            throw stopped;
        } catch (DataAccessException | TransactionException outage) {
            throw outage;
        } catch (RuntimeException bug) {
            failed(input, (bug.getCause() == null ? bug : bug.getCause()).toString());
            throw bug;
        }
    }

    private void failed(EvaluateQueue.Input input, String error) {
        UUID change = input.change();
        if (change == null) {
            audiences.state(List.of(input.audience()), "failed", error);
        } else {
            changes.state(change, "discarded", null);
        }
    }

    private void audience(Jobs.Run run, EvaluateQueue.Input input) throws Jobs.Stopped {
        UUID id = input.audience();
        Optional<AudienceTable.Row> row = audiences.find(id);
        Slot slot = installing.slot(id);
        if (row.isEmpty() || slot == null || row.get().state().equals("live")) {
            return;
        }
        while (!evaluated(run, slot, input.first())) {
            // It, or what it speaks of, was edited meanwhile.
        }
        audiences.state(List.of(id), "live", null);
    }

    private boolean evaluated(Jobs.Run run, Slot slot, boolean first) throws Jobs.Stopped {
        Condition condition = asked(slot);
        installing.install(slot, condition);
        long total = roster.missing(slot).length;
        long left = total;
        while (left > 0) {
            left = installing.write(slot, first);
            run.step(total - left, total, Map.of(), null);
        }
        installing.write(slot, first);
        return asked(slot).equals(condition);
    }

    private Condition asked(Slot slot) {
        return definitions.inlined(definitions.of(slot.audience).orElseThrow().condition());
    }

    private void tried(UUID audience, UUID change) {
        Optional<ChangeTable.Row> row =
                changes.find(audience, change)
                        .filter(one ->
                                one.state().equals("evaluating") || one.state().equals("ready"));
        if (row.isEmpty()) {
            return;
        }
        Condition condition = definitions.inlined(JacksonConditions.parse(row.get().condition()));
        Slot followed = installing.slot(change);
        if (followed != null && followed.condition().equals(condition)) {
            return;
        }
        Slot slot = new Slot(change, audience, false, condition);
        installing.install(slot, condition);
        roster.slot(audience)
                .ifPresent(live -> changes.state(change, "ready", roster.difference(live, slot)));
    }
}
