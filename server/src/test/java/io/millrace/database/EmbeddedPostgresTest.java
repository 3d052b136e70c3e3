package io.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server, killed for real. */
class EmbeddedPostgresTest {
    private static final PostgresSettings SMALL = new PostgresSettings(true, 32, 20);
    private final PostgresBinaries binaries =
            PostgresBinaries.unpackedIn(
                    Path.of(System.getProperty("user.home"), ".cache", "millrace"));

    @TempDir Path folder;

    private EmbeddedPostgres start() {
        return new EmbeddedPostgres(folder, binaries, SMALL).start();
    }

    private Postmaster postmaster() {
        return Postmaster.named(folder.resolve("postgres")).orElseThrow();
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        ServerAddress address = server.address("postgres");
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void keepsWhatItAcknowledged() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgres server = start()) {
            ServerAddress address = server.address("postgres");
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(() ->
                                    DriverManager.getConnection(
                                            address.jdbcUrl(), "millrace", "guess")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void comesBackByItselfAfterAKill() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            long before = postmaster().pid();
            ProcessHandle.of(before).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() ->
                            postmaster().pid() != before
                                    && ask(server, "select 'back'").equals("back"));
        }
    }

    @Test
    void isAdoptedByTheNextRunAfterTheProductWasKilled() throws SQLException {
        EmbeddedPostgres killed = start();
        long pid = postmaster().pid();
        killed.abandon();

        try (EmbeddedPostgres next = start()) {
            assertThat(postmaster().pid()).isEqualTo(pid);
            assertThat(ask(next, "select 'adopted'")).isEqualTo("adopted");
        }
    }

    @Test
    void startsOverALockThatNamesAnotherProcess() throws IOException, SQLException {
        start().close();
        Path lock = folder.resolve("postgres").resolve("postmaster.pid");
        java.nio.file.Files.writeString(
                lock,
                ProcessHandle.current().pid()
                        + "\n"
                        + folder.resolve("postgres")
                        + "\n0\n5432\n\n\n");

        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server, "select 'up'")).isEqualTo("up");
        }
    }

    @Test
    void leavesNoProcessBehind() {
        EmbeddedPostgres server = start();
        Postmaster postmaster = postmaster();

        server.close();

        assertThat(postmaster.serves(folder.resolve("postgres"))).isFalse();
        assertThatCode(server::close).doesNotThrowAnyException();
    }
}
