package io.millrace.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema of every module up to date, module by module from the ground up. Each module
 * has its scripts in {@code db/migration/<module>} and a history of its own, so that modules are
 * versioned apart. The product and the tests run this same code.
 */
final class Migrations {
    /** Every module that may hold tables; a test compares this with the folders that exist. */
    static final List<String> MODULES =
            List.of(
                    "workspace",
                    "access",
                    "jobs",
                    "timelines",
                    "privacy",
                    "catalog",
                    "customers",
                    "orders",
                    "intake",
                    "audiences",
                    "models",
                    "insights",
                    "sample");

    private Migrations() {}

    static void run(DataSource source) {
        MODULES.stream().filter(Migrations::hasScripts).forEach(module -> migrate(source, module));
    }

    private static boolean hasScripts(String module) {
        return Migrations.class.getResource("/db/migration/" + module) != null;
    }

    private static void migrate(DataSource source, String module) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + module)
                .table("migrations_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
