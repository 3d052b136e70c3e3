package io.millrace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

@Component
class PasswordSessions implements Sessions {
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final SessionTable sessions;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String nobodysPassword;

    PasswordSessions(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            SessionTable sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = new SignInThrottle(clock);
        this.events = events;
        this.clock = clock;
        this.nobodysPassword =
                java.util.Objects.requireNonNull(passwords.encode(Secrets.readable(20)));
    }

    private record Stored(UUID id, String password, boolean active) {}

    @Override
    public SignedIn signIn(String email, String password, String address) {
        String person = JdbcAccounts.normalised(email);
        Optional<Duration> wait = throttle.wait(person, address);
        if (wait.isPresent()) {
            return new SignedIn.TooManyAttempts(wait.get());
        }
        Optional<Stored> stored = find(person);
        // An unknown person costs as much time as a known one, so that nobody learns who exists.
        String hash = stored.map(Stored::password).orElse(nobodysPassword);
        boolean matches = passwords.matches(password, hash);
        if (stored.isEmpty() || !matches || !stored.get().active()) {
            throttle.failed(person, address);
            events.publishEvent(new AccessChanged(address, "session.refused", "console", Map.of()));
            return new SignedIn.Refused();
        }
        throttle.succeeded(person, address);
        return opened(stored.get().id());
    }

    private SignedIn opened(UUID user) {
        jdbc.sql("update access.users set last_seen_at = :now where id = :id")
                .param("id", user)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        String token = sessions.open(user);
        events.publishEvent(
                new AccessChanged(user.toString(), "session.opened", "console", Map.of()));
        return new SignedIn.Done(token, user);
    }

    private Optional<Stored> find(String email) {
        return jdbc.sql("select id, password, active from access.users where email = :email")
                .param("email", email)
                .query((row, number) ->
                        new Stored(
                                row.getObject("id", UUID.class),
                                row.getString("password"),
                                row.getBoolean("active")))
                .optional();
    }

    @Override
    public void signOut(String token) {
        sessions.end(token);
    }
}
