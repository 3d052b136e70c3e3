package io.millrace.audiences.live;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.model.LifecycleScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places everybody in a scheme whose changes are told, in the background. That moves nobody: only
 * what happens afterwards is told.
 */
@Component
final class Placing implements Jobs.Work {
    private final ToldSchemes told;
    private final Definitions definitions;
    private final Installing installing;
    private final MemberTable members;
    private final Keeper keeper;
    private final Roster roster;
    private final TransactionTemplate transactions;

    Placing(
            ToldSchemes told,
            Definitions definitions,
            Installing installing,
            MemberTable members,
            Keeper keeper,
            Roster roster,
            TransactionTemplate transactions) {
        this.told = told;
        this.definitions = definitions;
        this.installing = installing;
        this.members = members;
        this.keeper = keeper;
        this.roster = roster;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return ToldSchemes.JOB;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        String key = run.input();
        while (told.find(key).isPresent() && !placed(run, key)) {
            // The rules, or what they speak of, were edited meanwhile.
        }
    }

    private boolean placed(Jobs.Run run, String key) throws Jobs.Stopped {
        Optional<LifecycleScheme> scheme = definitions.found(key);
        if (scheme.isEmpty()) {
            return true;
        }
        StageRules rules = definitions.inlined(scheme.get());
        told.followed(key).forEach(slot -> ToldSchemes.tell(slot, false));
        List<Slot> slots = ToldSchemes.slots(key, rules);
        Set<UUID> present = new HashSet<>();
        long done = 0;
        for (Slot slot : slots) {
            run.step(done++, (long) slots.size(), Map.of(), null);
            Slot known = roster.slot(slot.id).orElse(slot);
            installing.install(known, slot.condition());
            while (installing.write(known, true) > 0) {
                // Portion by portion.
            }
            present.add(slot.id);
        }
        String mark = ToldSchemes.mark(rules);
        return keeper.alone(() -> {
            forget(told.followed(key).stream().filter(one -> !present.contains(one.id)).toList());
            if (!mark.equals(ToldSchemes.mark(now(key)))) {
                return false;
            }
            told.followed(key).forEach(slot -> ToldSchemes.tell(slot, true));
            told.done(key, mark);
            return true;
        });
    }

    private StageRules now(String key) {
        return definitions.found(key).map(definitions::inlined).orElse(StageRules.UNKNOWN);
    }

    /** Nobody is told of the scheme's stages any more. */
    void end(String key) {
        keeper.alone(() -> {
            transactions.executeWithoutResult(_ -> told.end(key));
            forget(told.followed(key));
            return true;
        });
    }

    private void forget(List<Slot> slots) {
        members.forget(slots.stream().map(slot -> slot.id).toList());
        slots.forEach(slot -> roster.remove(slot.id));
    }
}
