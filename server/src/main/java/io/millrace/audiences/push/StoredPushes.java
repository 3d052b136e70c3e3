package io.millrace.audiences.push;

import io.millrace.audiences.live.LiveAudiences;
import io.millrace.privacy.ProductSecrets;
import io.millrace.shared.Cursor;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Subscriptions in their tables. */
@Component
final class StoredPushes implements Pushes {
    private static final String ENTERED = Letters.event(true);
    private static final String LEFT = Letters.event(false);

    private final PushTable pushes;
    private final DeliveryTable deliveries;
    private final Delivering delivering;
    private final Destinations destinations;
    private final ProductSecrets secrets;
    private final LiveAudiences audiences;
    private final Wake wake;
    private final Ids ids;
    private final Clock clock;

    StoredPushes(
            PushTable pushes,
            DeliveryTable deliveries,
            Delivering delivering,
            Destinations destinations,
            ProductSecrets secrets,
            LiveAudiences audiences,
            Wake wake,
            Ids ids,
            Clock clock) {
        this.pushes = pushes;
        this.deliveries = deliveries;
        this.delivering = delivering;
        this.destinations = destinations;
        this.secrets = secrets;
        this.audiences = audiences;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Push> of(UUID audience) {
        return pushes.of(audience).stream().map(StoredPushes::view).toList();
    }

    @Override
    public Optional<Push> find(UUID id) {
        return pushes.find(id).map(StoredPushes::view);
    }

    private static Push view(PushTable.Row row) {
        List<String> events = new ArrayList<>();
        if (row.entering()) {
            events.add(ENTERED);
        }
        if (row.leaving()) {
            events.add(LEFT);
        }
        return new Push(
                row.id(),
                row.audience(),
                row.url(),
                events,
                row.level(),
                row.state(),
                row.failures(),
                row.planned(),
                row.delivered(),
                row.failed(),
                row.createdBy(),
                row.createdAt());
    }

    @Override
    public Made create(UUID audience, Wanted wanted, String by) {
        if (audiences.find(audience).isEmpty()) {
            return new Made.NoSuchAudience();
        }
        UUID id = ids.next();
        Signature secret = Signature.fresh();
        PushTable.Row plain =
                new PushTable.Row(
                        id,
                        audience,
                        "",
                        true,
                        true,
                        "id",
                        secrets.seal(Delivering.purpose(id), secret.secret()),
                        "active",
                        0,
                        by,
                        clock.instant(),
                        0,
                        0,
                        0);
        PushTable.Row row = with(plain, wanted);
        List<FieldProblem> wrong = wrong(row, wanted);
        if (!wrong.isEmpty()) {
            return new Made.Invalid(wrong);
        }
        pushes.insert(row);
        return new Made.Done(id, secret.secret());
    }

    private static PushTable.Row with(PushTable.Row old, Wanted wanted) {
        Set<String> events = wanted.events();
        String state = Objects.requireNonNullElse(wanted.state(), old.state());
        String url = wanted.url();
        return new PushTable.Row(
                old.id(),
                old.audience(),
                url == null ? old.url() : url.strip(),
                events == null ? old.entering() : events.contains(ENTERED),
                events == null ? old.leaving() : events.contains(LEFT),
                Objects.requireNonNullElse(wanted.level(), old.level()),
                old.secret(),
                state,
                state.equals(old.state()) ? old.failures() : 0,
                old.createdBy(),
                old.createdAt(),
                old.planned(),
                old.delivered(),
                old.failed());
    }

    private List<FieldProblem> wrong(PushTable.Row row, Wanted wanted) {
        List<FieldProblem> wrong = new ArrayList<>();
        String refusal = destinations.refusal(row.url());
        if (refusal != null && (wanted.url() != null || row.url().isEmpty())) {
            wrong.add(FieldProblem.of("/url", refusal));
        }
        if (!row.entering() && !row.leaving()) {
            wrong.add(FieldProblem.of("/events", "audiences.push-events"));
        }
        if (!Set.of("id", "internal").contains(row.level())) {
            wrong.add(FieldProblem.of("/level", "audiences.push-level"));
        }
        if (wanted.state() != null && !Set.of("active", "paused").contains(wanted.state())) {
            wrong.add(FieldProblem.of("/state", "audiences.push-state"));
        }
        return wrong;
    }

    @Override
    public Changed change(UUID id, Wanted wanted) {
        Optional<PushTable.Row> old = pushes.find(id);
        if (old.isEmpty()) {
            return new Changed.NoSuchPush();
        }
        PushTable.Row row = with(old.get(), wanted);
        List<FieldProblem> wrong = wrong(row, wanted);
        if (!wrong.isEmpty()) {
            return new Changed.Invalid(wrong);
        }
        pushes.update(row);
        if (row.state().equals("active") && !old.get().state().equals("active")) {
            deliveries.hurry(id, clock.instant());
        }
        wake.call();
        return new Changed.Done();
    }

    @Override
    public boolean delete(UUID id) {
        return pushes.delete(id);
    }

    @Override
    public Optional<String> renewSecret(UUID id) {
        Signature secret = Signature.fresh();
        String sealed = secrets.seal(Delivering.purpose(id), secret.secret());
        return pushes.find(id)
                .map(old -> {
                    pushes.renew(old.id(), sealed);
                    return secret.secret();
                });
    }

    @Override
    public Optional<Answer> ping(UUID id) {
        Optional<PushTable.Row> push = pushes.find(id);
        if (push.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(delivering.ping(push.get()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.of(new Answer(null, "interrupted", 0));
        }
    }

    @Override
    public Page<Delivery> deliveries(
            UUID id, @Nullable String state, @Nullable String cursor, int limit) {
        List<DeliveryTable.Row> rows = deliveries.log(id, state, before(cursor), limit + 1);
        boolean more = rows.size() > limit;
        List<DeliveryTable.Row> page = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                page.stream().map(StoredPushes::view).toList(),
                more ? Cursor.of(Long.toString(page.getLast().place())).encode() : null,
                null);
    }

    private static @Nullable Long before(@Nullable String cursor) {
        try {
            return cursor == null
                    ? null
                    : (Long) Long.parseLong(Cursor.decode(cursor, 1).parts().getFirst());
        } catch (NumberFormatException none) {
            throw Cursor.invalid();
        }
    }

    private static Delivery view(DeliveryTable.Row row) {
        boolean planned = row.state().equals("planned");
        return new Delivery(
                row.id(),
                Letters.event(row.entered()),
                new ProfileId(row.customer()),
                row.at(),
                row.state(),
                row.attempts(),
                planned ? row.due() : null,
                row.triedAt(),
                row.status(),
                row.answer(),
                row.millis());
    }

    @Override
    public int replay(UUID id, @Nullable Set<UUID> some) {
        int planned = deliveries.replay(id, some, clock.instant());
        wake.call();
        return planned;
    }
}
