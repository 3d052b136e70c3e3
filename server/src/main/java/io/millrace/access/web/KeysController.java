package io.millrace.access.web;

import io.millrace.access.Access;
import io.millrace.access.AccessKeys;
import io.millrace.access.AccessKeys.Key;
import io.millrace.access.AccessKeys.Kind;
import io.millrace.access.AccessProblem;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.access.StandardRole;
import io.millrace.shared.Page;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/keys")
class KeysController {
    private final AccessKeys keys;
    private final Access access;
    private final Clock clock;

    KeysController(AccessKeys keys, Access access, Clock clock) {
        this.keys = keys;
        this.access = access;
        this.clock = clock;
    }

    record KeyView(
            UUID id,
            String name,
            String kind,
            String prefix,
            @Nullable String role,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable String secret) {
        static KeyView of(Key key, @Nullable String secret) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.kind().name().toLowerCase(Locale.ROOT),
                    key.prefix(),
                    key.role() == null ? null : key.role().key(),
                    key.createdAt(),
                    key.lastUsedAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    secret);
        }
    }

    record KeyRequest(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String role,
            @Nullable Instant expiresAt) {}

    @GetMapping
    @Requires(Permission.KEYS_ADMIN)
    Page<KeyView> list() {
        return new Page<>(
                keys.list().stream().map(key -> KeyView.of(key, null)).toList(), null, null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.KEYS_ADMIN)
    KeyView create(@RequestBody KeyRequest request) {
        boolean api = "api".equals(request.kind());
        StandardRole role = Checks.role(request.role(), null);
        new Checks()
                .name(request.name())
                .oneOf("/kind", request.kind(), "access.bad-kind", Set.of("write", "api"))
                .check("/role", !api || role != null, "access.role-needed")
                .check(
                        "/expiresAt",
                        request.expiresAt() == null || request.expiresAt().isAfter(clock.instant()),
                        "access.bad-expiry")
                .refuse();
        if (api) {
            requireWithinOwnRole(Objects.requireNonNull(role));
        }
        AccessKeys.NewKey made =
                keys.create(
                        Objects.requireNonNull(request.name()),
                        api ? Kind.API : Kind.WRITE,
                        api ? role : null,
                        request.expiresAt());
        return KeyView.of(made.key(), made.secret());
    }

    /** Otherwise a developer could make an admin's key and use it. */
    private void requireWithinOwnRole(StandardRole role) {
        Access.Caller caller =
                access.caller().orElseThrow(() -> Refusal.of(AccessProblem.NOT_SIGNED_IN));
        if (!caller.role().permissions().containsAll(role.permissions())) {
            throw Refusal.of(
                    AccessProblem.ABOVE_OWN_ROLE, caller.role().name().toLowerCase(Locale.ROOT));
        }
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.KEYS_ADMIN)
    KeyView revoke(@PathVariable UUID id) {
        return keys.revoke(id)
                .map(key -> KeyView.of(key, null))
                .orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
    }
}
