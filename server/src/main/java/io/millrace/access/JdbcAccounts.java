package io.millrace.access;

import io.millrace.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcAccounts implements Accounts {
    private static final String USER =
            """
            select id, email, name, role, active, language, theme, created_at, last_seen_at
              from access.users
            """;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PasswordEncoder passwords;
    private final Ids ids;
    private final Clock clock;
    private final SessionTable sessions;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    JdbcAccounts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            PasswordEncoder passwords,
            Ids ids,
            Clock clock,
            SessionTable sessions,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.sessions = sessions;
        this.caller = caller;
        this.events = events;
    }

    @Override
    public List<User> list() {
        return jdbc.sql(USER + " order by name, id").query(JdbcAccounts::user).list();
    }

    @Override
    public Optional<User> find(UUID id) {
        return jdbc.sql(USER + " where id = :id")
                .param("id", id)
                .query(JdbcAccounts::user)
                .optional();
    }

    @Override
    public Created create(String email, String name, StandardRole role, String password) {
        UUID id = ids.next();
        String hash = encoded(password);
        return transactions.execute(status -> {
            int inserted =
                    jdbc.sql(
                                    """
                                    insert into access.users
                                           (id, email, name, role, password, created_at)
                                    values (:id, :email, :name, :role, :password, :now)
                                    on conflict (email) do nothing
                                    """)
                            .param("id", id)
                            .param("email", normalised(email))
                            .param("name", name)
                            .param("role", role.name())
                            .param("password", hash)
                            .param("now", now())
                            .update();
            if (inserted == 0) {
                return new Created.EmailTaken();
            }
            events.publishEvent(caller.change("user.created", id, "role", role.key()));
            return new Created.Done(find(id).orElseThrow());
        });
    }

    @Override
    public Changed change(UUID id, Change change) {
        String hash = change.password() == null ? null : encoded(change.password());
        Changed changed = transactions.execute(status -> write(id, change, hash));
        sessions.forget();
        return changed;
    }

    private Changed write(UUID id, Change change, @Nullable String hash) {
        // Serialises changes, so that two admins cannot deactivate each other at once.
        jdbc.sql("lock table access.users in share row exclusive mode").update();
        Optional<User> before = find(id);
        if (before.isEmpty()) {
            return new Changed.Unknown();
        }
        if (losesAdmin(before.get(), change) && admins() == 1) {
            return new Changed.LastAdmin();
        }
        jdbc.sql(
                        """
                        update access.users
                           set name = coalesce(:name, name), role = coalesce(:role, role),
                               active = coalesce(:active, active),
                               password = coalesce(:password, password),
                               language = coalesce(:language, language),
                               theme = coalesce(:theme, theme)
                         where id = :id
                        """)
                .param("id", id)
                .param("name", change.name())
                .param("role", change.role() == null ? null : change.role().name())
                .param("active", change.active())
                .param("password", hash)
                .param("language", change.language())
                .param("theme", change.theme())
                .update();
        if (hash != null || change.role() != null || Boolean.FALSE.equals(change.active())) {
            sessions.endAll(id);
            events.publishEvent(caller.change("user.changed", id, "by", caller.name()));
        }
        return new Changed.Done(find(id).orElseThrow());
    }

    private static boolean losesAdmin(User user, Change change) {
        boolean isAdmin = user.active() && user.role() == StandardRole.ADMIN;
        boolean stays =
                !Boolean.FALSE.equals(change.active())
                        && (change.role() == null || change.role() == StandardRole.ADMIN);
        return isAdmin && !stays;
    }

    private int admins() {
        return jdbc.sql("select count(*) from access.users where active and role = 'ADMIN'")
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Override
    public boolean hasPassword(UUID id, String password) {
        return jdbc.sql("select password from access.users where id = :id")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .optional()
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
    }

    private String encoded(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static User user(ResultSet row, int number) throws SQLException {
        Timestamp seen = row.getTimestamp("last_seen_at");
        return new User(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                StandardRole.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getString("language"),
                row.getString("theme"),
                row.getTimestamp("created_at").toInstant(),
                seen == null ? null : seen.toInstant());
    }
}
