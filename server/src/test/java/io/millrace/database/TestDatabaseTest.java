package io.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void givesEachCallerATablesFullDatabaseOfItsOwn() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase two = TestDatabase.fresh()) {
            one.jdbc().sql("create table only_here (id int)").update();

            assertThat(tables(one)).contains("only_here", "settings");
            assertThat(tables(two)).contains("settings").doesNotContain("only_here");
        }
    }

    private static java.util.List<String> tables(TestDatabase database) {
        return database.jdbc()
                .sql("select table_name from information_schema.tables")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
