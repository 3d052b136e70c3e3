package io.millrace.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** What is asked of a server before the pool opens. */
final class Databases {
    private static final int OLDEST = 150_000;

    private Databases() {}

    static void createIfAbsent(ServerAddress server, String name) {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new StartRefused("The database " + name + " cannot be created", e);
        }
    }

    /** Refuses a server that is too old or would lose what it acknowledged. */
    static void requireSafe(ServerAddress address, boolean allowUnsafe) {
        try (Connection connection = connect(address)) {
            if (Integer.parseInt(setting(connection, "server_version_num")) < OLDEST) {
                throw new StartRefused(
                        "PostgreSQL "
                                + setting(connection, "server_version")
                                + " is too old: 15 or newer is needed");
            }
            if (!allowUnsafe) {
                requireOn(connection, "fsync");
                requireOn(connection, "full_page_writes");
                requireOn(connection, "synchronous_commit");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database does not answer (check MILLRACE_DATABASE_URL): "
                            + e.getMessage());
        }
    }

    private static void requireOn(Connection connection, String name) throws SQLException {
        if (setting(connection, name).toLowerCase(Locale.ROOT).equals("off")) {
            throw new StartRefused(
                    "The database server has "
                            + name
                            + " = off and would lose acknowledged data: turn it on, or set"
                            + " MILLRACE_ALLOW_UNSAFE=true for a test");
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select current_setting(?)")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static Connection connect(ServerAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
