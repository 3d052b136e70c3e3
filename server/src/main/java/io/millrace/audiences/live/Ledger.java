package io.millrace.audiences.live;

import io.millrace.audiences.live.MemberTable.Due;
import io.millrace.audiences.live.MemberTable.Position;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.Ids;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes memberships, timers, the facts that tell of them and the position in one transaction, and
 * then into the roster. So each step is done once, whatever stops in between. One thread at a time.
 */
@Component
final class Ledger {
    private static final String SOURCE = "audiences";

    private final TransactionTemplate transactions;
    private final MemberTable table;
    private final Timelines timelines;
    private final Roster roster;
    private final ObjectProvider<Movements> listeners;
    private final Ids ids;
    private final Clock clock;
    private @Nullable Position position;

    Ledger(
            TransactionTemplate transactions,
            MemberTable table,
            Timelines timelines,
            Roster roster,
            ObjectProvider<Movements> listeners,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.timelines = timelines;
        this.roster = roster;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody else has moved the position: what is in memory is out of date. */
    static final class Overtaken extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }

    void open() {
        position = table.position();
    }

    Position position() {
        Position known = position;
        if (known == null) {
            throw new IllegalStateException("not open");
        }
        return known;
    }

    /** An instant after that of every evaluation so far, and not before now; microseconds. */
    long tick() {
        return Math.max(Micros.of(clock.instant()), position().at() + 1);
    }

    /** Commits a batch without having read further in the log. */
    void commit(Batch batch, long at, ZoneId zone) {
        commit(batch, new Position(position().place(), position().zone(), at), zone, () -> {});
    }

    /**
     * @param companion what else belongs into the transaction
     */
    void commit(Batch batch, Position to, ZoneId zone, Runnable companion) {
        Position from = position();
        Position next = new Position(to.place(), to.zone(), Math.max(from.at(), to.at()));
        transactions.executeWithoutResult(_ -> {
            if (!table.move(from, next)) {
                throw new Overtaken();
            }
            table.write(batch, zone);
            table.time(
                    batch.dues.entrySet().stream()
                            .map(due -> new Due(roster.customer(due.getKey()), due.getValue()))
                            .toList());
            timelines.append(facts(batch));
            tell(batch);
            companion.run();
        });
        position = next;
        batch.rows.forEach(row -> roster.set(row.slot(), row.number(), row.in()));
        batch.bits.forEach(this::set);
        batch.dues.forEach((number, due) -> roster.due(number, due));
    }

    private void set(Batch.Bit bit) {
        if (bit.slot().tried()) {
            roster.set(bit.slot(), bit.number(), bit.in());
        } else {
            roster.aim(bit.slot(), bit.number(), bit.in());
        }
    }

    private void tell(Batch batch) {
        if (batch.told.isEmpty()) {
            return;
        }
        List<Movements.Movement> movements =
                batch.told.stream()
                        .map(told ->
                                new Movements.Movement(
                                        key(told),
                                        told.audience(),
                                        told.customer(),
                                        told.in(),
                                        Micros.toInstant(told.at()),
                                        told.historical()))
                        .toList();
        listeners.forEach(listener -> listener.moved(movements));
    }

    private List<NewFact> facts(Batch batch) {
        Instant now = clock.instant();
        return batch.told.stream().flatMap(told -> fact(told, now)).toList();
    }

    private Stream<NewFact> fact(Batch.Told told, Instant now) {
        Slot slot = roster.slot(told.audience()).orElse(null);
        Staged staged = slot == null ? null : slot.staged;
        if (slot == null || staged == null) {
            String audience = told.audience().toString();
            Attributes attributes = Attributes.writer().text("audience", audience).done();
            return Stream.of(fact(told, told.kind(), audience, attributes, now));
        }
        if (!comes(slot, staged, told)) {
            return Stream.of();
        }
        Attributes attributes = entered(staged, told.customer());
        return Stream.of(fact(told, Kinds.STAGE_ENTERED, staged.scheme, attributes, now));
    }

    /** Only coming into a stage is told; the roster still has what was before. */
    private boolean comes(Slot slot, Staged staged, Batch.Told told) {
        return told.in()
                && !told.historical()
                && staged.telling
                && !roster.has(slot, roster.number(told.customer()));
    }

    private Attributes entered(Staged staged, UUID customer) {
        Attributes.Writer written =
                Attributes.writer().text("scheme", staged.scheme).text("stage", staged.stage);
        Staged from = roster.otherStage(staged, roster.number(customer));
        return (from == null ? written : written.text("from", from.stage)).done();
    }

    private NewFact fact(
            Batch.Told told, String kind, String subject, Attributes attributes, Instant now) {
        return new NewFact.Encoded(
                ids.next(),
                told.customer(),
                kind,
                Micros.toInstant(told.at()),
                now,
                subject,
                0,
                null,
                attributes,
                SOURCE,
                told.historical(),
                key(told));
    }

    /** The same change is the same fact, should it ever be told twice. */
    private static UUID key(Batch.Told told) {
        String name = told.kind() + '|' + told.audience() + '|' + told.customer() + '|' + told.at();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
