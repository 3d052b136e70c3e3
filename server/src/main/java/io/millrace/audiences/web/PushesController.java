package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.push.Pushes;
import io.millrace.audiences.push.Pushes.Changed;
import io.millrace.audiences.push.Pushes.Made;
import io.millrace.audiences.push.Pushes.Push;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions of other systems to an audience. */
@RestController
@RequestMapping("/api/v1")
class PushesController {
    private final Pushes pushes;
    private final Privacy privacy;
    private final Access access;

    PushesController(Pushes pushes, Privacy privacy, Access access) {
        this.pushes = pushes;
        this.privacy = privacy;
        this.access = access;
    }

    record Items<T>(List<T> items) {}

    /**
     * @param secret shown this once
     */
    record MadeView(Push push, String secret) {}

    record SecretView(String secret) {}

    /**
     * @param deliveries null for all that were given up
     */
    record Replay(@Nullable Set<UUID> deliveries) {}

    record Planned(int planned) {}

    @GetMapping("/audiences/{id}/pushes")
    @Requires(Permission.AUDIENCES_READ)
    Items<Push> list(@PathVariable UUID id) {
        return new Items<>(pushes.of(id).stream().map(this::shown).toList());
    }

    /** An address can hold a secret of the receiver's, which is for those who may change it. */
    private Push shown(Push push) {
        boolean may =
                access.caller().map(caller -> caller.may(Permission.PUSHES_WRITE)).orElse(false);
        return may
                ? push
                : new Push(
                        push.id(),
                        push.audience(),
                        "https://" + URI.create(push.url()).getHost() + "/…",
                        push.events(),
                        push.level(),
                        push.state(),
                        push.failures(),
                        push.planned(),
                        push.delivered(),
                        push.failed(),
                        push.createdBy(),
                        push.createdAt());
    }

    @PostMapping("/audiences/{id}/pushes")
    @Requires(Permission.PUSHES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    MadeView create(@PathVariable UUID id, @RequestBody Pushes.Wanted wanted) {
        return switch (pushes.create(id, wanted, by())) {
            case Made.Done(UUID made, String secret) -> {
                audit("audiences.push-created", made);
                yield new MadeView(find(made), secret);
            }
            case Made.Invalid(var errors) -> throw Refusal.of(AudiencesProblem.INVALID, errors);
            case Made.NoSuchAudience() -> throw Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE);
        };
    }

    @PatchMapping("/pushes/{id}")
    @Requires(Permission.PUSHES_WRITE)
    Push change(@PathVariable UUID id, @RequestBody Pushes.Wanted wanted) {
        switch (pushes.change(id, wanted)) {
            case Changed.Done() -> audit("audiences.push-changed", id);
            case Changed.Invalid(var errors) -> throw Refusal.of(AudiencesProblem.INVALID, errors);
            case Changed.NoSuchPush() -> throw Refusal.of(AudiencesProblem.NO_SUCH_PUSH);
        }
        return find(id);
    }

    @DeleteMapping("/pushes/{id}")
    @Requires(Permission.PUSHES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        if (!pushes.delete(id)) {
            throw Refusal.of(AudiencesProblem.NO_SUCH_PUSH);
        }
        audit("audiences.push-deleted", id);
    }

    @PostMapping("/pushes/{id}/secret")
    @Requires(Permission.PUSHES_WRITE)
    SecretView renew(@PathVariable UUID id) {
        String secret =
                pushes.renewSecret(id).orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_PUSH));
        audit("audiences.push-secret-renewed", id);
        return new SecretView(secret);
    }

    @PostMapping("/pushes/{id}/ping")
    @Requires(Permission.PUSHES_WRITE)
    Pushes.Answer ping(@PathVariable UUID id) {
        return pushes.ping(id).orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_PUSH));
    }

    @GetMapping("/pushes/{id}/deliveries")
    @Requires(Permission.AUDIENCES_READ)
    Page<Pushes.Delivery> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            Paging paging) {
        find(id);
        return pushes.deliveries(id, state, paging.cursor(), paging.limit());
    }

    @PostMapping("/pushes/{id}/replay")
    @Requires(Permission.PUSHES_WRITE)
    Planned replay(@PathVariable UUID id, @RequestBody Replay replay) {
        find(id);
        int planned = pushes.replay(id, replay.deliveries());
        audit("audiences.push-replayed", id);
        return new Planned(planned);
    }

    private Push find(UUID id) {
        return pushes.find(id).orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_PUSH));
    }

    private void audit(String action, UUID push) {
        privacy.audit(by(), action, push.toString(), Map.of());
    }

    private String by() {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
