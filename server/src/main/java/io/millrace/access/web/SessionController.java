package io.millrace.access.web;

import io.millrace.access.Access;
import io.millrace.access.AccessProblem;
import io.millrace.access.Accounts;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.access.Sessions;
import io.millrace.access.Sessions.SignedIn;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    private static final String COOKIE = "millrace_session";
    private final Sessions sessions;
    private final Accounts accounts;
    private final Access access;
    private final Workspace workspace;

    SessionController(Sessions sessions, Accounts accounts, Access access, Workspace workspace) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.access = access;
        this.workspace = workspace;
    }

    record Credentials(@Nullable String email, @Nullable String password) {}

    record OwnChange(
            @Nullable String language,
            @Nullable String theme,
            @Nullable String name,
            @Nullable String password,
            @Nullable String oldPassword) {}

    @PostMapping
    @Requires(Permission.PUBLIC)
    ResponseEntity<SessionView> signIn(
            @RequestBody Credentials credentials, HttpServletRequest request) {
        if (credentials.email() == null || credentials.password() == null) {
            throw Refusal.of(AccessProblem.BAD_CREDENTIALS);
        }
        SignedIn answer =
                sessions.signIn(
                        credentials.email(), credentials.password(), request.getRemoteAddr());
        return switch (answer) {
            case SignedIn.Refused() -> throw Refusal.of(AccessProblem.BAD_CREDENTIALS);
            case SignedIn.TooManyAttempts(Duration wait) ->
                    throw Refusal.of(AccessProblem.TOO_MANY_ATTEMPTS, wait.toSeconds() + 1);
            case SignedIn.Done(String token, UUID user) ->
                    ResponseEntity.ok()
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    cookie(token, Sessions.LONGEST, request))
                            .body(view(accounts.find(user).orElseThrow()));
        };
    }

    @GetMapping
    @Requires(Permission.SELF)
    SessionView current() {
        Access.Caller caller = caller();
        return caller.viaKey()
                ? SessionView.ofKey(caller, workspace.settings())
                : view(user(caller));
    }

    @DeleteMapping
    @Requires(Permission.PUBLIC)
    ResponseEntity<Void> signOut(
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            HttpServletRequest request) {
        if (token != null) {
            sessions.signOut(token);
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
                .build();
    }

    @PatchMapping("/user")
    @Requires(Permission.SELF)
    ResponseEntity<SessionView> changeOwn(
            @RequestBody OwnChange change, HttpServletRequest request) {
        Accounts.User user = user(caller());
        Checks checks = new Checks();
        if (change.language() != null) {
            checks.oneOf("/language", change.language(), "access.bad-language", Set.of("en", "zh"));
        }
        if (change.theme() != null) {
            checks.oneOf(
                    "/theme",
                    change.theme(),
                    "access.bad-theme",
                    Set.of("light", "dark", "system"));
        }
        if (change.name() != null) {
            checks.name(change.name());
        }
        if (change.password() != null) {
            checks.password(change.password());
        }
        checks.refuse();
        if (change.password() != null) {
            requirePresent(user, change.oldPassword());
        }
        accounts.change(
                user.id(),
                new Accounts.Change(
                        change.name(),
                        null,
                        null,
                        change.password(),
                        change.language(),
                        change.theme()));
        return renewed(user, change.password(), request);
    }

    private void requirePresent(Accounts.User user, @Nullable String password) {
        if (password == null || !accounts.hasPassword(user.id(), password)) {
            throw Refusal.of(
                    SharedProblem.INVALID,
                    List.of(FieldProblem.of("/oldPassword", "access.wrong-password")));
        }
    }

    /** A new password ended all sessions, so the one who set it gets a new one. */
    private ResponseEntity<SessionView> renewed(
            Accounts.User user, @Nullable String password, HttpServletRequest request) {
        SessionView view = view(accounts.find(user.id()).orElseThrow());
        if (password != null
                && sessions.signIn(user.email(), password, request.getRemoteAddr())
                        instanceof SignedIn.Done(String token, var ignored)) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.SET_COOKIE, cookie(token, Sessions.LONGEST, request))
                    .body(view);
        }
        return ResponseEntity.ok(view);
    }

    private SessionView view(Accounts.User user) {
        return SessionView.of(user, workspace.settings());
    }

    private Access.Caller caller() {
        return access.caller().orElseThrow(() -> Refusal.of(AccessProblem.NOT_SIGNED_IN));
    }

    private Accounts.User user(Access.Caller caller) {
        if (caller.viaKey()) {
            throw Refusal.of(AccessProblem.NOT_BY_KEY);
        }
        return accounts.find(UUID.fromString(caller.id())).orElseThrow();
    }

    private static String cookie(String token, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}
