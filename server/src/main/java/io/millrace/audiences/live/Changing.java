package io.millrace.audiences.live;

import io.millrace.audiences.live.ChangeTable.Difference;
import io.millrace.audiences.live.Definitions.Definition;
import io.millrace.audiences.live.LiveAudiences.Applied;
import io.millrace.audiences.live.LiveAudiences.Change;
import io.millrace.audiences.live.LiveAudiences.Tried;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Inlining.Name;
import io.millrace.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Edits: a condition is tried beside the live one, looked at, and applied or discarded. */
@Component
final class Changing {
    private final TransactionTemplate transactions;
    private final AudienceTable audiences;
    private final ChangeTable changes;
    private final Definitions definitions;
    private final EvaluateQueue queue;
    private final Reevaluation reevaluation;
    private final Installing installing;
    private final Roster roster;
    private final Keeper keeper;
    private final Ids ids;
    private final Clock clock;

    Changing(
            TransactionTemplate transactions,
            AudienceTable audiences,
            ChangeTable changes,
            Definitions definitions,
            EvaluateQueue queue,
            Reevaluation reevaluation,
            Installing installing,
            Roster roster,
            Keeper keeper,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.audiences = audiences;
        this.changes = changes;
        this.definitions = definitions;
        this.queue = queue;
        this.reevaluation = reevaluation;
        this.installing = installing;
        this.roster = roster;
        this.keeper = keeper;
        this.ids = ids;
        this.clock = clock;
    }

    Tried change(UUID audience, @Nullable JsonNode node, @Nullable String note, String by) {
        Optional<Definition> found = definitions.of(audience);
        if (found.isEmpty()) {
            return new Tried.NoSuchAudience();
        }
        if (found.get().list()) {
            return new Tried.IsList();
        }
        return switch (definitions.read(node, "/condition", found.get().self())) {
            case Definitions.Read.Invalid(var errors) -> new Tried.Invalid(errors);
            case Definitions.Read.Done(Condition condition) -> {
                ChangeTable.Row row =
                        new ChangeTable.Row(
                                ids.next(),
                                audience,
                                JacksonConditions.text(condition),
                                note,
                                by,
                                clock.instant(),
                                "evaluating",
                                null);
                UUID job =
                        transactions.execute(_ -> {
                            changes.insert(row);
                            return queue.change(audience, row.id(), found.get().name());
                        });
                yield new Tried.Queued(row.id(), job);
            }
        };
    }

    Optional<Change> find(UUID audience, UUID change) {
        return changes.find(audience, change).map(this::view);
    }

    /** The audiences that would speak of this one if what is tried for them were applied. */
    List<UUID> wouldSpeakOf(UUID audience) {
        return changes.open().stream()
                .filter(row ->
                        Definitions.named(JacksonConditions.parse(row.condition()))
                                .contains(audience))
                .map(ChangeTable.Row::audience)
                .filter(one -> !one.equals(audience))
                .toList();
    }

    /** The newest one of an audience that is neither applied nor discarded. */
    @Nullable Change open(UUID audience) {
        List<ChangeTable.Row> open =
                changes.open().stream().filter(row -> row.audience().equals(audience)).toList();
        return open.isEmpty() ? null : view(open.getLast());
    }

    private Change view(ChangeTable.Row row) {
        Condition condition = JacksonConditions.parse(row.condition());
        Difference difference = row.state().equals("ready") ? now(row) : row.difference();
        return new Change(
                row.id(),
                row.state(),
                JacksonConditions.node(condition),
                views(condition),
                row.note(),
                row.by(),
                row.at(),
                difference == null ? null : (Integer) difference.entering(),
                difference == null ? null : (Integer) difference.leaving(),
                difference == null ? null : (Integer) difference.staying());
    }

    private io.millrace.shared.Label views(Condition condition) {
        return Wording.of(condition, definitions);
    }

    /** The tried condition follows as the live one does, so the difference is that of now. */
    private @Nullable Difference now(ChangeTable.Row row) {
        Slot tried = installing.slot(row.id());
        Slot live = installing.slot(row.audience());
        return tried == null || live == null ? row.difference() : roster.difference(live, tried);
    }

    Applied apply(UUID audience, UUID change, String by) {
        Applied applied = keeper.alone(() -> begin(audience, change, by));
        Slot live = installing.slot(audience);
        if (applied instanceof Applied.Done && live != null) {
            while (installing.write(live, false) > 0) {
                // Portion by portion, with room for others in between. A stop is made good by the
                // evaluation at start.
            }
            audiences.state(List.of(audience), "live", null);
        }
        return applied;
    }

    private Applied begin(UUID audience, UUID change, String by) {
        keeper.step();
        Optional<ChangeTable.Row> row = changes.find(audience, change);
        Slot live = installing.slot(audience);
        if (row.isEmpty() || live == null) {
            return new Applied.NoSuchChange();
        }
        Slot tried = installing.slot(change);
        if (!row.get().state().equals("ready") || tried == null) {
            return new Applied.NotReady(row.get().state());
        }
        Difference difference = roster.difference(live, tried);
        replace(row.get(), by, difference);
        roster.remove(change);
        roster.begin(live, tried.condition(), roster.members(tried));
        return new Applied.Done(difference.entering(), difference.leaving());
    }

    /** The next version; whoever speaks of this audience is to be evaluated anew. */
    private void replace(ChangeTable.Row row, String by, Difference difference) {
        UUID audience = row.audience();
        Definition old = definitions.of(audience).orElseThrow();
        Instant now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            int version = audiences.become(audience, row.condition(), now);
            audiences.insert(
                    audience,
                    new AudienceTable.VersionRow(version, row.condition(), by, now, row.note()));
            changes.state(row.id(), "applied", difference);
            audiences.state(List.of(audience), "evaluating", null);
            reevaluation.of(new Name.Audience(audience.toString()));
        });
        Condition condition = JacksonConditions.parse(row.condition());
        definitions.put(new Definition(audience, old.name(), false, condition));
    }

    boolean discard(UUID audience, UUID change) {
        Optional<ChangeTable.Row> row =
                changes.find(audience, change)
                        .filter(one ->
                                one.state().equals("evaluating") || one.state().equals("ready"));
        row.ifPresent(one -> {
            changes.state(change, "discarded", one.difference());
            keeper.alone(() -> {
                roster.remove(change);
                return true;
            });
        });
        return row.isPresent();
    }
}
