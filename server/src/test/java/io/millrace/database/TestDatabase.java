package io.millrace.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database with all modules' tables, copied from a template in about 80 ms. One server per
 * JVM: an embedded one, or the one that {@code MILLRACE_TEST_DATABASE_URL} names (its user must be
 * allowed to create databases).
 */
public final class TestDatabase implements AutoCloseable {
    private static final Queue<ConfigurableApplicationContext> CONTEXTS =
            new ConcurrentLinkedQueue<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = Long.toString(ProcessHandle.current().pid(), 36);

    private final ServerAddress address;
    private final HikariDataSource source;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    private TestDatabase(ServerAddress address) {
        this.address = address;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        this.source = new HikariDataSource(config);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.jdbc = JdbcClient.create(source);
    }

    /** A database of one's own, migrated and empty. Close it, or let the server's end do so. */
    public static TestDatabase fresh() {
        String name = "test_" + RUN + "_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + Server.TEMPLATE);
        return new TestDatabase(Server.address(name));
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** As {@code MILLRACE_DATABASE_URL} takes it, with user and password. */
    public String url() {
        return address.jdbcUrl()
                + (address.user() == null
                        ? ""
                        : "?user=" + address.user() + "&password=" + address.password());
    }

    @Override
    public void close() {
        source.close();
    }

    private static void execute(String sql) {
        ServerAddress server = Server.address(Server.maintenance());
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Gives a Spring test the product's settings over a fresh database. */
    public static final class Context
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = fresh();
            database.close();
            CONTEXTS.add(context);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "test",
                                    Map.of(
                                            "millrace.database-url", database.url(),
                                            "millrace.allow-unsafe", "true",
                                            "millrace.data", dataFolder().toString())));
        }
    }

    private static Path dataFolder() {
        Path folder = temporaryFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("millrace-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A temporary folder that stays behind harms nobody.
        }
    }

    /**
     * Stops the server without a checkpoint and deletes its hundreds of databases, which takes
     * longer than a JVM is given to end: so a process of its own does it.
     */
    private static void removeLater(Path folder) {
        String script =
                """
                kill -QUIT "$1"
                while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
                rm -rf "$2"
                """;
        try {
            String server =
                    Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
            new ProcessBuilder("setsid", "sh", "-c", script, "sh", server, folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started once per JVM, when the first test asks. */
    private static final class Server {
        static final String TEMPLATE = "template_" + RUN;
        private static final String OUTSIDE =
                System.getenv().getOrDefault("MILLRACE_TEST_DATABASE_URL", "");
        private static final Optional<EmbeddedPostgres> EMBEDDED = start();

        static {
            execute("drop database if exists " + TEMPLATE);
            execute("create database " + TEMPLATE);
            try (HikariDataSource pool = DatabaseConfiguration.pool(address(TEMPLATE))) {
                Migrations.run(pool);
            }
        }

        static ServerAddress address(String database) {
            if (EMBEDDED.isPresent()) {
                return EMBEDDED.get().address(database);
            }
            ServerAddress outside = ServerAddress.parse(OUTSIDE);
            return new ServerAddress(
                    outside.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1"),
                    outside.user(),
                    outside.password());
        }

        static String maintenance() {
            return "postgres";
        }

        private static Optional<EmbeddedPostgres> start() {
            if (!OUTSIDE.isBlank()) {
                return Optional.empty();
            }
            Path cache = Path.of(System.getProperty("user.home"), ".cache", "millrace");
            Path folder = temporaryFolder();
            EmbeddedPostgres server =
                    new EmbeddedPostgres(
                                    folder,
                                    PostgresBinaries.unpackedIn(cache),
                                    PostgresSettings.THROWAWAY)
                            .start();
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                // What contexts still write at their end would wait half a minute
                                // for a connection to a server that is gone.
                                CONTEXTS.forEach(ConfigurableApplicationContext::close);
                                server.abandon();
                                removeLater(folder);
                            }));
            return Optional.of(server);
        }
    }
}
