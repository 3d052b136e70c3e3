package io.millrace.intake;

import io.millrace.shared.Cursor;
import io.millrace.shared.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Where rejected input is looked at, mended and tried again. */
final class InboxDesk implements Inbox {
    private static final UUID LAST = new UUID(-1, -1);
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final int AT_ONCE = 10_000;

    /** Stands for what differs between the entries of one code. */
    private static final List<String> UNSAID = List.of("…", "…", "…");

    private final TransactionTemplate transactions;
    private final Stores stores;
    private final Supplier<Stream<Replays>> channels;
    private final InstantSource clock;

    InboxDesk(
            TransactionTemplate transactions,
            Stores stores,
            Supplier<Stream<Replays>> channels,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public Page<Entry> list(
            Filter filter, @Nullable String cursor, int limit, boolean withTotal, Locale locale) {
        Place place = Place.of(cursor);
        List<InboxRow> rows = inbox().list(filter, place.at(), place.id(), limit + 1);
        boolean more = rows.size() > limit;
        List<InboxRow> shown = more ? rows.subList(0, limit) : rows;
        String next =
                more
                        ? Cursor.of(shown.getLast().receivedAt(), shown.getLast().id()).encode()
                        : null;
        return new Page<>(
                shown.stream().map(row -> entry(row, null, locale)).toList(),
                next,
                withTotal ? (Long) inbox().count(filter) : null);
    }

    @Override
    public Optional<Entry> find(UUID id, Locale locale) {
        return inbox().find(id).map(row -> entry(row, inbox().open(row), locale));
    }

    @Override
    public List<CodeCount> summary(Locale locale) {
        return inbox().summary().stream()
                .map(sum ->
                        new CodeCount(
                                sum.code(),
                                Messages.of(sum.code(), UNSAID, locale),
                                sum.count(),
                                sum.lastAt().toInstant()))
                .toList();
    }

    @Override
    public Change fix(UUID id, String payload, String by) {
        if (!Payloads.isObject(payload)) {
            return new Change.NotJson();
        }
        return change(
                id,
                row -> {
                    inbox().fix(id, payload, InboxItems.identities(payload), clock.instant(), by);
                    return new Change.Done();
                });
    }

    @Override
    public Change dismiss(UUID id, String by) {
        return change(
                id,
                row -> {
                    inbox().close(id, "dismissed", clock.instant(), by);
                    return new Change.Done();
                });
    }

    @Override
    public Change replay(UUID id, String by) {
        return change(id, row -> replay(row, by));
    }

    @Override
    public Replayed replay(List<UUID> ids, @Nullable String code, String by) {
        List<UUID> all = code == null ? ids : inbox().waiting(code, AT_ONCE);
        int replayed = 0;
        for (UUID id : all) {
            if (replay(id, by) instanceof Change.Done) {
                replayed++;
            }
        }
        return new Replayed(replayed, all.size() - replayed);
    }

    @Override
    public int keep(Collection<Kept> rejected) {
        int kept = 0;
        for (Kept one : rejected) {
            kept += inbox().keep(one, "import", null) ? 1 : 0;
        }
        return kept;
    }

    /** The entry after which a page begins. */
    private record Place(Instant at, UUID id) {
        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(END, LAST);
            }
            List<String> parts = Cursor.decode(cursor, 2).parts();
            try {
                return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw Cursor.invalid();
            }
        }
    }

    private Change change(UUID id, Function<InboxRow, Change> how) {
        Change change =
                transactions.execute(status -> {
                    Optional<InboxRow> row = inbox().lock(id);
                    if (row.isEmpty()) {
                        return new Change.Unknown();
                    }
                    return row.get().waits()
                            ? how.apply(row.get())
                            : new Change.Closed(row.get().state());
                });
        return change == null ? new Change.Unknown() : change;
    }

    private Change replay(InboxRow row, String by) {
        Flaw flaw = row.channel().equals("api") ? replayEvent(row) : replayElsewhere(row);
        if (flaw != null) {
            return new Change.Rejected(flaw.code(), Messages.of(flaw, Locale.ENGLISH));
        }
        inbox().close(row.id(), "replayed", clock.instant(), by);
        return new Change.Done();
    }

    /** Null if it was taken. */
    private @Nullable Flaw replayEvent(InboxRow row) {
        CallCheck check = InboxItems.check(row, inbox().open(row), stores.names(), stores.ids());
        if (check == null) {
            return Flaw.of(Codes.MALFORMED, "", 0);
        }
        Group group = new Group(stores, check.items, clock.instant());
        List<Fate> fates = group.write();
        check.rejected.forEach(group::keep);
        if (!check.rejected.isEmpty()) {
            return check.rejected.getFirst().flaw();
        }
        return fates.stream()
                .filter(Fate.Refused.class::isInstance)
                .map(fate -> ((Fate.Refused) fate).flaw())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Flaw replayElsewhere(InboxRow row) {
        Optional<Replays> channel =
                channels.get().filter(one -> one.channel().equals(row.channel())).findFirst();
        Replays.Refusal refusal =
                channel.isEmpty()
                        ? new Replays.Refusal(row.code(), row.arguments())
                        : channel.get().replay(row.source(), row.receivedAt(), inbox().open(row));
        if (refusal == null) {
            return null;
        }
        Flaw flaw = new Flaw(refusal.code(), row.pointer(), refusal.arguments());
        inbox().reason(row.id(), flaw, null);
        return flaw;
    }

    private InboxTable inbox() {
        return stores.inbox();
    }

    private static Entry entry(InboxRow row, @Nullable String payload, Locale locale) {
        return new Entry(
                row.id(),
                row.receivedAt(),
                row.source(),
                row.channel(),
                row.code(),
                row.pointer(),
                Messages.of(row.code(), row.arguments(), locale),
                row.messageId(),
                row.preview(),
                row.state(),
                payload,
                row.changedAt(),
                row.changedBy());
    }
}
