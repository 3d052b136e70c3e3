package io.millrace.access;

import io.millrace.access.AccessKeys.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the first admin and the first keys, and leaves them in {@code credentials.json} for the
 * owner of the data folder. Later starts only correct the address in that file.
 */
@Component
class FirstRun implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstRun.class);
    private static final String EMAIL = "admin@millrace.local";
    private static final int PASSWORD_LENGTH = 20;
    private final Path file;
    private final Accounts accounts;
    private final AccessKeys keys;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Environment environment;

    FirstRun(
            @Value("${millrace.data}") Path data,
            Accounts accounts,
            AccessKeys keys,
            TransactionTemplate transactions,
            JsonMapper json,
            Environment environment) {
        this.file = data.resolve("credentials.json");
        this.accounts = accounts;
        this.keys = keys;
        this.transactions = transactions;
        this.json = json;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.list().isEmpty()) {
            // The file is in place before the commit: nobody is ever created without it.
            transactions.executeWithoutResult(status -> write(invented()));
        } else if (Files.exists(file)) {
            correctAddress();
        } else {
            log.info("{} is gone; sign in with what you noted, or restore it", file);
        }
    }

    private ObjectNode invented() {
        String password = Secrets.readable(PASSWORD_LENGTH);
        accounts.create(EMAIL, "Admin", StandardRole.ADMIN, password);
        return json.createObjectNode()
                .put("url", url())
                .put("email", EMAIL)
                .put("password", password)
                .put("writeKey", keys.create("default", Kind.WRITE, null, null).secret())
                .put("apiKey", keys.create("default", Kind.API, StandardRole.ADMIN, null).secret());
    }

    private void correctAddress() {
        ObjectNode known = (ObjectNode) json.readTree(file);
        if (!url().equals(known.path("url").asString())) {
            write(known.put("url", url()));
        }
    }

    private String url() {
        String configured = environment.getProperty("server.port", "8080");
        return "http://localhost:" + environment.getProperty("local.server.port", configured);
    }

    private void write(ObjectNode credentials) {
        try {
            Path folder = file.toAbsolutePath().resolveSibling("");
            Files.createDirectories(folder);
            Path fresh =
                    Files.createTempFile(
                            folder,
                            "credentials",
                            ".tmp",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    fresh,
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(credentials) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
