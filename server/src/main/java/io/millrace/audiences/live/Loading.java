package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads everything into memory when the product starts. */
@Component
final class Loading {
    private final TransactionTemplate transactions;
    private final AudienceTable audiences;
    private final ChangeTable changes;
    private final MemberTable members;
    private final Definitions definitions;
    private final Roster roster;
    private final Ledger ledger;
    private final EvaluateQueue queue;
    private final ToldSchemes told;

    Loading(
            TransactionTemplate transactions,
            AudienceTable audiences,
            ChangeTable changes,
            MemberTable members,
            Definitions definitions,
            Roster roster,
            Ledger ledger,
            EvaluateQueue queue,
            ToldSchemes told) {
        this.transactions = transactions;
        this.audiences = audiences;
        this.changes = changes;
        this.members = members;
        this.definitions = definitions;
        this.roster = roster;
        this.ledger = ledger;
        this.queue = queue;
        this.told = told;
    }

    void load() {
        // Within a transaction rows come in portions.
        transactions.executeWithoutResult(_ -> {
            roster.clear();
            definitions.clear();
            List<AudienceTable.Row> rows = audiences.all();
            for (AudienceTable.Row row : rows) {
                Condition condition = JacksonConditions.parse(row.condition());
                definitions.put(
                        new Definitions.Definition(row.id(), row.name(), row.list(), condition));
            }
            rows.forEach(this::follow);
            told.load();
            changes.open().forEach(this::tryAgain);
            Map<UUID, Slot> slots =
                    roster.all().stream()
                            .collect(Collectors.toMap(slot -> slot.id, Function.identity()));
            members.eachMember((audience, profile) -> {
                Slot slot = slots.get(audience);
                if (slot != null) {
                    roster.set(slot, roster.number(profile), true);
                }
            });
            members.eachTimer((profile, due) -> roster.due(roster.number(profile), due));
            roster.erase(members.erased());
            ledger.open();
        });
    }

    private void follow(AudienceTable.Row row) {
        Definitions.Definition definition = definitions.of(row.id()).orElseThrow();
        Condition asked =
                row.list() ? definition.condition() : definitions.inlined(definition.condition());
        Slot slot = new Slot(row.id(), row.id(), row.list(), asked);
        slot.followed = row.state().equals("live");
        slot.error = row.lastError();
        roster.add(slot);
        // What failed may have been mended by a new version of the product.
        if (!row.state().equals("live")) {
            queue.audience(row.id(), row.name(), row.version() == 1);
        }
    }

    private void tryAgain(ChangeTable.Row row) {
        queue.change(row.audience(), row.id(), definitions.of(row.audience()).orElseThrow().name());
    }
}
