package io.millrace.access.web;

import io.millrace.access.AccessProblem;
import io.millrace.access.Accounts;
import io.millrace.access.Accounts.Changed;
import io.millrace.access.Accounts.Created;
import io.millrace.access.Accounts.User;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.access.StandardRole;
import io.millrace.shared.DataLevel;
import io.millrace.shared.Page;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class UsersController {
    private final Accounts accounts;

    UsersController(Accounts accounts) {
        this.accounts = accounts;
    }

    record UserView(
            UUID id,
            String email,
            String name,
            String role,
            boolean active,
            Instant createdAt,
            @Nullable Instant lastSeenAt) {
        static UserView of(User user) {
            return new UserView(
                    user.id(),
                    user.email(),
                    user.name(),
                    user.role().key(),
                    user.active(),
                    user.createdAt(),
                    user.lastSeenAt());
        }
    }

    record NewUser(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role,
            @Nullable String password) {}

    record UserChange(
            @Nullable String name,
            @Nullable String role,
            @Nullable Boolean active,
            @Nullable String password) {}

    record RoleView(String role, List<Permission> permissions, List<DataLevel> clear) {}

    @GetMapping("/users")
    @Requires(Permission.USERS_ADMIN)
    Page<UserView> list() {
        return new Page<>(accounts.list().stream().map(UserView::of).toList(), null, null);
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.USERS_ADMIN)
    UserView create(@RequestBody NewUser user) {
        new Checks()
                .email(user.email())
                .name(user.name())
                .role(user.role())
                .password(user.password())
                .refuse();
        Created created =
                accounts.create(
                        Objects.requireNonNull(user.email()),
                        Objects.requireNonNull(user.name()),
                        Objects.requireNonNull(Checks.role(user.role(), null)),
                        Objects.requireNonNull(user.password()));
        return switch (created) {
            case Created.Done(User made) -> UserView.of(made);
            case Created.EmailTaken() -> throw Refusal.of(AccessProblem.EMAIL_TAKEN);
        };
    }

    @PatchMapping("/users/{id}")
    @Requires(Permission.USERS_ADMIN)
    UserView change(@PathVariable UUID id, @RequestBody UserChange change) {
        Checks checks = new Checks();
        if (change.name() != null) {
            checks.name(change.name());
        }
        if (change.role() != null) {
            checks.role(change.role());
        }
        if (change.password() != null) {
            checks.password(change.password());
        }
        checks.refuse();
        Changed changed =
                accounts.change(
                        id,
                        new Accounts.Change(
                                change.name(),
                                Checks.role(change.role(), null),
                                change.active(),
                                change.password(),
                                null,
                                null));
        return switch (changed) {
            case Changed.Done(User user) -> UserView.of(user);
            case Changed.Unknown() -> throw Refusal.of(SharedProblem.NOT_FOUND);
            case Changed.LastAdmin() -> throw Refusal.of(AccessProblem.LAST_ADMIN);
        };
    }

    @GetMapping("/roles")
    @Requires(Permission.SELF)
    Page<RoleView> roles() {
        List<RoleView> roles =
                Arrays.stream(StandardRole.values())
                        .map(role ->
                                new RoleView(
                                        role.key(),
                                        role.permissions().stream().sorted().toList(),
                                        role.clear().stream().sorted().toList()))
                        .toList();
        return new Page<>(roles, null, null);
    }
}
