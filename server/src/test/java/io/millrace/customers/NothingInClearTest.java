package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static io.millrace.customers.Desk.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.CustomerEdits.NewContact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NothingInClearTest {
    private static final List<String> CANARIES =
            List.of(
                    "canary-ext-7781",
                    "canary.mail",
                    "3800017781",
                    "canary-anon-7781",
                    "Canarina",
                    "Canary Road",
                    "1977-08-01",
                    "canary-secret-note",
                    "Uncle Canary",
                    "canary-unknown-trait");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private record Column(String schema, String table, String name) {}

    @Test
    void noColumnOfAnyTableHoldsAnIdentifierInClear() {
        var may =
                desk.profile(
                        external("canary-ext-7781"),
                        email("canary.mail@example.com"),
                        phone("13800017781"),
                        anonymous("canary-anon-7781"));
        desk.describe(
                may,
                Map.of(
                        "name", "Canarina Smith",
                        "address", "1 Canary Road",
                        "birthday", "1977-08-01",
                        "favouriteThing", "canary-unknown-trait",
                        "email", "canary.mail@example.com",
                        "city", "Openville"),
                Desk.NOON);
        desk.parts.contacts.add(
                may,
                new NewContact("Uncle Canary", "uncle", "decider", null, "canary-secret-note"),
                "May");
        desk.resolve(external("other"), phone("13800017781"));

        var columnsWithTheCity = 0;
        for (var column : columns()) {
            var held =
                    desk.database
                            .jdbc()
                            .sql(
                                    "select coalesce(string_agg(\"%s\"::text, ' '), '') from \"%s\".\"%s\""
                                            .formatted(
                                                    column.name(), column.schema(), column.table()))
                            .query(String.class)
                            .single();
            assertThat(held)
                    .as(column.toString())
                    .satisfies(text ->
                            CANARIES.forEach(
                                    canary -> assertThat(text).doesNotContainIgnoringCase(canary)));
            columnsWithTheCity += held.contains("Openville") ? 1 : 0;
        }
        assertThat(columnsWithTheCity).as("the scan sees what is in clear").isEqualTo(1);
        assertThat(desk.timelines.facts().toString())
                .contains("profile.changed")
                .doesNotContain(CANARIES.toArray(String[]::new));
    }

    private List<Column> columns() {
        var columns =
                desk.database
                        .jdbc()
                        .sql(
                                """
                                select c.table_schema, c.table_name, c.column_name
                                from information_schema.columns c
                                join information_schema.tables t using (table_schema, table_name)
                                where t.table_type = 'BASE TABLE'
                                  and c.table_schema not in ('pg_catalog', 'information_schema')
                                """)
                        .query((row, number) ->
                                new Column(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
        assertThat(columns).extracting(Column::schema).contains("customers", "privacy");
        return columns;
    }
}
