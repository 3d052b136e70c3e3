package io.millrace.audiences.live;

import io.millrace.audiences.live.Definitions.Definition;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Inlining.Name;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Audiences in their tables and in the roster. */
@Component
final class StoredAudiences implements LiveAudiences {
    private static final int LONGEST_NAME = 200;

    private final TransactionTemplate transactions;
    private final AudienceTable audiences;
    private final Definitions definitions;
    private final Changing changing;
    private final Views views;
    private final EvaluateQueue queue;
    private final Installing installing;
    private final Roster roster;
    private final Keeper keeper;
    private final Naming naming;
    private final Ids ids;
    private final Clock clock;

    StoredAudiences(
            TransactionTemplate transactions,
            AudienceTable audiences,
            Definitions definitions,
            Changing changing,
            Views views,
            EvaluateQueue queue,
            Installing installing,
            Roster roster,
            Keeper keeper,
            Naming naming,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.audiences = audiences;
        this.definitions = definitions;
        this.changing = changing;
        this.views = views;
        this.queue = queue;
        this.installing = installing;
        this.roster = roster;
        this.keeper = keeper;
        this.naming = naming;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Audience> list(Filter filter, @Nullable String cursor, int limit, boolean total) {
        return views.list(filter, cursor, limit, total);
    }

    @Override
    public Optional<Detail> find(UUID id) {
        return views.detail(id);
    }

    @Override
    public Saved create(Wanted wanted, String by) {
        List<FieldProblem> wrong = new ArrayList<>();
        String name = name(wanted.name(), wrong);
        UUID id = ids.next();
        Condition condition = new Condition.InAudience(id.toString());
        if (!wanted.list()) {
            switch (definitions.read(
                    wanted.condition(), "/condition", new Name.Audience(id.toString()))) {
                case Definitions.Read.Done(Condition read) -> condition = read;
                case Definitions.Read.Invalid(var problems) -> wrong.addAll(problems);
            }
        }
        if (!wrong.isEmpty()) {
            return new Saved.Invalid(wrong);
        }
        Definition definition = new Definition(id, name, wanted.list(), condition);
        return wanted.list()
                ? createList(definition, wanted, by)
                : createDynamic(definition, wanted, by);
    }

    private Saved createDynamic(Definition made, Wanted wanted, String by) {
        Slot slot = new Slot(made.id(), made.id(), false, definitions.inlined(made.condition()));
        UUID job =
                transactions.execute(_ -> {
                    if (!insert(made, wanted, by, "evaluating")) {
                        return made.id();
                    }
                    roster.add(slot);
                    definitions.put(made);
                    return queue.audience(made.id(), made.name(), true);
                });
        return made.id().equals(job)
                ? new Saved.NameTaken(made.name())
                : new Saved.Done(made.id(), job, List.of());
    }

    private Saved createList(Definition made, Wanted wanted, String by) {
        boolean done =
                Boolean.TRUE.equals(transactions.execute(_ -> insert(made, wanted, by, "live")));
        if (!done) {
            return new Saved.NameTaken(made.name());
        }
        Slot slot = new Slot(made.id(), made.id(), true, made.condition());
        slot.followed = true;
        roster.add(slot);
        definitions.put(made);
        return fill(slot, wanted.customers());
    }

    private boolean insert(Definition made, Wanted wanted, String by, String state) {
        Instant now = clock.instant();
        String condition = JacksonConditions.text(made.condition());
        boolean done =
                audiences.insert(
                        new AudienceTable.Row(
                                made.id(),
                                made.name(),
                                wanted.description(),
                                StoredShelf.path(wanted.folder()),
                                Objects.requireNonNullElse(wanted.owner(), by),
                                made.list(),
                                condition,
                                1,
                                now,
                                now,
                                state,
                                null));
        if (done) {
            audiences.insert(made.id(), new AudienceTable.VersionRow(1, condition, by, now, null));
        }
        return done;
    }

    private static String name(@Nullable String name, List<FieldProblem> wrong) {
        String plain = name == null ? "" : name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            wrong.add(FieldProblem.of("/name", "audiences.name", Integer.toString(LONGEST_NAME)));
        }
        return plain;
    }

    @Override
    public Saved describe(UUID id, Wanted wanted) {
        Optional<AudienceTable.Row> found = audiences.find(id);
        if (found.isEmpty()) {
            return new Saved.NoSuchAudience();
        }
        AudienceTable.Row old = found.get();
        List<FieldProblem> wrong = new ArrayList<>();
        String name = wanted.name() == null ? old.name() : name(wanted.name(), wrong);
        if (!wrong.isEmpty()) {
            return new Saved.Invalid(wrong);
        }
        AudienceTable.Row next =
                new AudienceTable.Row(
                        id,
                        name,
                        wanted.description() == null ? old.description() : wanted.description(),
                        wanted.folder() == null ? old.folder() : StoredShelf.path(wanted.folder()),
                        Objects.requireNonNullElse(wanted.owner(), old.owner()),
                        old.list(),
                        old.condition(),
                        old.version(),
                        old.createdAt(),
                        clock.instant(),
                        old.state(),
                        old.lastError());
        if (!audiences.describe(next)) {
            return new Saved.NameTaken(name);
        }
        definitions
                .of(id)
                .ifPresent(one ->
                        definitions.put(new Definition(id, name, one.list(), one.condition())));
        return new Saved.Done(id, null, List.of());
    }

    @Override
    public Deleted delete(UUID id) {
        return keeper.alone(() -> {
            if (definitions.of(id).isEmpty()) {
                return new Deleted.NoSuchAudience();
            }
            List<Use> uses = views.uses(id);
            if (!uses.isEmpty()) {
                return new Deleted.InUse(uses);
            }
            transactions.executeWithoutResult(_ -> audiences.delete(id));
            definitions.remove(id);
            roster.all().stream()
                    .filter(slot -> slot.audience.equals(id))
                    .forEach(slot -> roster.remove(slot.id));
            return new Deleted.Done();
        });
    }

    @Override
    public Saved add(UUID id, List<String> whom) {
        return onList(id, slot -> fill(slot, whom));
    }

    @Override
    public Saved remove(UUID id, List<String> whom) {
        return onList(
                id,
                slot -> {
                    Naming.Sought sought = naming.find(whom);
                    installing.remove(slot, sought.found());
                    return new Saved.Done(id, null, sought.unknown());
                });
    }

    private Saved onList(UUID id, Function<Slot, Saved> change) {
        Slot slot = installing.slot(id);
        if (slot == null) {
            return new Saved.NoSuchAudience();
        }
        return slot.list ? change.apply(slot) : new Saved.NoList();
    }

    @Override
    public Saved include(UUID id, SortedSet<ProfileId> customers) {
        return onList(
                id,
                slot -> {
                    installing.add(slot, customers);
                    return new Saved.Done(id, null, List.of());
                });
    }

    private Saved fill(Slot slot, List<String> whom) {
        Naming.Sought sought = naming.find(whom);
        installing.add(slot, sought.found());
        return new Saved.Done(slot.id, null, sought.unknown());
    }

    @Override
    public Saved evaluate(UUID id) {
        Optional<AudienceTable.Row> row = audiences.find(id);
        if (row.isEmpty()) {
            return new Saved.NoSuchAudience();
        }
        if (row.get().list()) {
            return new Saved.Done(id, null, List.of());
        }
        UUID job =
                transactions.execute(_ -> {
                    audiences.state(List.of(id), "evaluating", null);
                    return queue.audience(id, row.get().name(), false);
                });
        return new Saved.Done(id, job, List.of());
    }

    @Override
    public Tried change(UUID id, @Nullable JsonNode condition, @Nullable String note, String by) {
        return changing.change(id, condition, note, by);
    }

    @Override
    public Optional<Change> change(UUID id, UUID change) {
        return changing.find(id, change);
    }

    @Override
    public Applied apply(UUID id, UUID change, String by) {
        return changing.apply(id, change, by);
    }

    @Override
    public boolean discard(UUID id, UUID change) {
        return changing.discard(id, change);
    }
}
