package io.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void reachEveryModuleThatHasScripts() throws IOException {
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .isSubsetOf(Migrations.MODULES);
        }
    }

    @Test
    void keepEveryModuleInASchemaOfItsOwn() {
        try (TestDatabase database = TestDatabase.fresh()) {
            List<String> strays =
                    database.jdbc()
                            .sql(
                                    """
                                    select table_schema || '.' || table_name
                                      from information_schema.tables
                                     where table_schema not in ('pg_catalog', 'information_schema')
                                       and table_name not like 'migrations_%'
                                       and not table_schema = any (:modules)
                                    """)
                            .param("modules", Migrations.MODULES.toArray(String[]::new))
                            .query((row, number) -> row.getString(1))
                            .list();

            assertThat(strays).isEmpty();
        }
    }

    @Test
    void linkNoTablesOfDifferentModules() {
        try (TestDatabase database = TestDatabase.fresh()) {
            List<String> links =
                    database.jdbc()
                            .sql(
                                    """
                                    select k.conname from pg_constraint k
                                      join pg_class a on a.oid = k.conrelid
                                      join pg_class b on b.oid = k.confrelid
                                     where k.contype = 'f' and a.relnamespace <> b.relnamespace
                                    """)
                            .query((row, number) -> row.getString(1))
                            .list();

            assertThat(links).isEmpty();
        }
    }
}
