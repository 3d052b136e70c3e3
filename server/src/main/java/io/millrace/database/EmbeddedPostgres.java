package io.millrace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server of the product's own, in its data folder, on the loopback address only.
 * If the server dies it is started again; a server that a killed product left behind is adopted.
 */
final class EmbeddedPostgres implements AutoCloseable {
    static final String USER = "millrace";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);
    private static final int START_ATTEMPTS = 40;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final Path cluster;
    private final Path passwordFile;
    private final Path portFile;
    private final Path logFile;
    private final PostgresBinaries binaries;
    private final PostgresSettings settings;
    private final Programs programs = new Programs();
    private volatile boolean closing;
    private @Nullable Thread supervisor;
    private int port;

    /**
     * @param folder the product's data folder; the cluster lives in {@code postgres} inside
     */
    EmbeddedPostgres(Path folder, PostgresBinaries binaries, PostgresSettings settings) {
        this.cluster = folder.resolve("postgres").toAbsolutePath();
        this.passwordFile = folder.resolve("keys").resolve("postgres.password");
        this.portFile = folder.resolve("keys").resolve("postgres.port");
        this.logFile = folder.resolve("logs").resolve("postgres.log").toAbsolutePath();
        this.binaries = binaries;
        this.settings = settings;
    }

    /** Starts or adopts the server and watches over it until {@link #close}. */
    EmbeddedPostgres start() {
        try {
            Files.createDirectories(logFile.resolveSibling(""));
            Files.createDirectories(passwordFile.resolveSibling(""));
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise();
            }
            boolean unchanged = writeSettings();
            if (!(unchanged && adopt())) {
                stopOrphan();
                port = stablePort();
                bringUp();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        supervisor = Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
        return this;
    }

    /** The address of a database on this server; every server has the database postgres. */
    ServerAddress address(String database) {
        return ServerAddress.local(port, database, USER, password());
    }

    @Override
    public void close() {
        closing = true;
        awaitSupervisor();
        Postmaster.named(cluster)
                .filter(server -> server.serves(cluster))
                .ifPresent(server -> stop());
    }

    /** Stops watching and leaves the server running, as a kill of the product would. */
    void abandon() {
        closing = true;
        awaitSupervisor();
    }

    private void awaitSupervisor() {
        try {
            if (supervisor != null) {
                supervisor.join(Duration.ofSeconds(30));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void initialise() throws IOException {
        log.info("Creating the database cluster in {}", cluster);
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
        Programs.Outcome made =
                programs.run(
                        List.of(
                                binaries.program("initdb").toString(),
                                "--pgdata=" + cluster,
                                "--username=" + USER,
                                "--auth=scram-sha-256",
                                "--pwfile=" + passwordFile.toAbsolutePath(),
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C",
                                settings.durable() ? "--data-checksums" : "--no-sync"));
        if (!made.succeeded()) {
            throw new StartRefused("PostgreSQL's initdb failed: " + made.output());
        }
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                "\ninclude 'millrace.conf'\n",
                StandardOpenOption.APPEND);
    }

    /** True if the server that may still run was started with the same settings. */
    private boolean writeSettings() throws IOException {
        Path file = cluster.resolve("millrace.conf");
        if (Files.exists(file) && Files.readString(file).equals(settings.text())) {
            return true;
        }
        Files.writeString(file, settings.text());
        return false;
    }

    private boolean adopt() {
        Optional<Postmaster> orphan =
                Postmaster.named(cluster).filter(server -> server.serves(cluster));
        if (orphan.isEmpty()) {
            return false;
        }
        port = orphan.get().port();
        if (!answersForThisCluster()) {
            return false;
        }
        log.warn("Adopted the PostgreSQL server {} of an earlier run", orphan.get().pid());
        return true;
    }

    /** Signs in, checks whose files are served, and ends what the dead product left running. */
    private boolean answersForThisCluster() {
        ServerAddress address = address("postgres");
        try (var connection =
                        DriverManager.getConnection(
                                address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select current_setting('data_directory'),
                                       (select count(pg_terminate_backend(pid)) from pg_stat_activity
                                         where backend_type = 'client backend'
                                           and pid <> pg_backend_pid())
                                """)) {
            return row.next() && Path.of(row.getString(1)).equals(cluster.toRealPath());
        } catch (SQLException | IOException e) {
            log.warn("The PostgreSQL server of an earlier run does not answer", e);
            return false;
        }
    }

    private void stopOrphan() {
        if (Postmaster.named(cluster).filter(server -> server.serves(cluster)).isPresent()) {
            stop();
        }
    }

    private void stop() {
        Programs.Outcome stopped =
                programs.run(
                        List.of(
                                binaries.program("pg_ctl").toString(),
                                "stop",
                                "--pgdata=" + cluster,
                                "--mode=fast",
                                "--wait",
                                "--timeout=60"));
        if (!stopped.succeeded()) {
            log.warn("PostgreSQL did not stop: {}", stopped.output());
        }
    }

    /** The same port at every start where that is possible, so that tools stay connected. */
    private int stablePort() throws IOException {
        if (Files.exists(portFile)) {
            int known = Integer.parseInt(Files.readString(portFile).strip());
            if (isFree(known)) {
                return known;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(portFile, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void bringUp() throws IOException {
        String answer = "";
        for (int attempt = 0; attempt < START_ATTEMPTS && !closing; attempt++) {
            removeStaleLock();
            Programs.Outcome started =
                    programs.run(
                            List.of(
                                    binaries.program("pg_ctl").toString(),
                                    "start",
                                    "--pgdata=" + cluster,
                                    "--log=" + logFile,
                                    "--wait",
                                    "--timeout=120",
                                    "--silent",
                                    "--options=-p " + port));
            if (started.succeeded()) {
                return;
            }
            answer = lastLine();
            if (!pause(BETWEEN_ATTEMPTS)) {
                return;
            }
        }
        throw new StartRefused("PostgreSQL does not start, see " + logFile + ": " + answer);
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.exists(logFile) ? Files.readAllLines(logFile) : List.of();
        return lines.isEmpty() ? "no log" : lines.getLast();
    }

    /**
     * After a kill, a pid nobody reaped or that now is another process blocks the start. The lock
     * may go only when no process at all works in the cluster any more.
     */
    private void removeStaleLock() throws IOException {
        Optional<Postmaster> named = Postmaster.named(cluster);
        if (named.isPresent()
                && !named.get().serves(cluster)
                && Files.isDirectory(Path.of("/proc/self"))
                && !Postmaster.anybodyIn(cluster)) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    private void watch() {
        while (!closing && pause(WATCH_EVERY)) {
            if (Postmaster.named(cluster).filter(server -> server.serves(cluster)).isPresent()) {
                continue;
            }
            try {
                if (!closing) {
                    log.error("PostgreSQL has died; starting it again on port {}", port);
                    bringUp();
                    log.info("PostgreSQL is back");
                }
            } catch (IOException | UncheckedIOException | StartRefused e) {
                log.error("PostgreSQL could not be started again; trying on", e);
            }
        }
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
