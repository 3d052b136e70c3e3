package io.millrace.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a PostgreSQL database is and how to sign in. */
record ServerAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {

    static ServerAddress local(int port, String database, String user, String password) {
        return new ServerAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /**
     * Reads {@code jdbc:postgresql://host/db?user=…&password=…} or {@code
     * postgres://user:password@host:port/db?…}.
     */
    static ServerAddress parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new ServerAddress(text, null, null);
        }
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw new StartRefused(
                    "MILLRACE_DATABASE_URL must begin with jdbc:postgresql:// or postgres://");
        }
        return fromUri(text);
    }

    private static ServerAddress fromUri(String text) {
        try {
            URI uri = URI.create(text);
            String[] signIn =
                    uri.getRawUserInfo() == null
                            ? new String[0]
                            : uri.getRawUserInfo().split(":", 2);
            String url =
                    "jdbc:postgresql://"
                            + uri.getHost()
                            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                            + uri.getRawPath()
                            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return new ServerAddress(
                    url,
                    signIn.length > 0 ? decoded(signIn[0]) : null,
                    signIn.length > 1 ? decoded(signIn[1]) : null);
        } catch (IllegalArgumentException e) {
            // The cause would print the URL, and with it the password.
            throw new StartRefused(
                    "MILLRACE_DATABASE_URL is not a URL; percent-encode special characters");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
