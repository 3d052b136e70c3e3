package io.millrace.customers;

import io.millrace.customers.TagTree.Category;
import io.millrace.customers.TagTree.Definition;
import io.millrace.customers.TagTree.Use;
import io.millrace.customers.TagTree.Value;
import io.millrace.shared.Ids;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Categories of tags and their values as rows. */
final class TagCatalogue {
    private final JdbcClient jdbc;
    private final Ids ids;

    TagCatalogue(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    record Row(
            UUID id,
            String name,
            @Nullable UUID parent,
            boolean oneOf,
            boolean strict,
            @Nullable String colour,
            @Nullable String description,
            boolean archived) {}

    private record ValueRow(UUID category, String value, boolean archived) {}

    private record Bearers(String category, @Nullable String value, long customers, long rules) {}

    boolean isOneOf(String category) {
        return jdbc.sql("select one_of from customers.tag_categories where name = :name")
                .param("name", category)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** False if the category takes only defined values and this is none. */
    boolean allows(String category, String value) {
        return jdbc.sql(
                        """
                        select not exists (
                            select from customers.tag_categories c
                            where c.name = :category and c.strict
                              and not exists (select from customers.tag_values v
                                  where v.category = c.id and v.value = :value
                                    and not v.archived))
                        """)
                .param("category", category)
                .param("value", value)
                .query(Boolean.class)
                .single();
    }

    /** Free categories and values become known by being used. */
    void ensure(Collection<String> categories) {
        List<String> named = List.copyOf(new TreeSet<>(categories));
        jdbc.sql(
                        """
                        insert into customers.tag_categories (id, name)
                        select * from unnest(:ids::uuid[], :names::text[])
                        on conflict (name) do nothing
                        """)
                .param("ids", SqlArrays.texts(named, _ -> ids.next()))
                .param("names", named.toArray(String[]::new))
                .update();
    }

    /** False if the name is taken. */
    boolean insert(UUID id, String name, Definition definition) {
        return jdbc.sql(
                                """
                                insert into customers.tag_categories (id, name, parent, one_of,
                                    strict, colour, description, archived)
                                values (:id, :name, :parent, :oneOf, :strict, :colour,
                                    :description, :archived)
                                on conflict (name) do nothing
                                """)
                        .param("name", name)
                        .params(parameters(id, definition))
                        .update()
                == 1;
    }

    boolean update(UUID id, Definition definition) {
        return jdbc.sql(
                                """
                                update customers.tag_categories
                                set parent = :parent, one_of = :oneOf, strict = :strict,
                                    colour = :colour, description = :description,
                                    archived = :archived
                                where id = :id
                                """)
                        .params(parameters(id, definition))
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> parameters(UUID id, Definition definition) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("parent", definition.parent());
        parameters.put("oneOf", definition.oneOf());
        parameters.put("strict", definition.strict());
        parameters.put("colour", definition.colour());
        parameters.put("description", definition.description());
        parameters.put("archived", definition.archived());
        return parameters;
    }

    void value(UUID category, String value, boolean archived) {
        jdbc.sql(
                        """
                        insert into customers.tag_values (category, value, archived)
                        values (:category, :value, :archived)
                        on conflict (category, value) do update set archived = excluded.archived
                        """)
                .param("category", category)
                .param("value", value)
                .param("archived", archived)
                .update();
    }

    void forget(UUID category, String value) {
        jdbc.sql("delete from customers.tag_values where category = :category and value = :value")
                .param("category", category)
                .param("value", value)
                .update();
    }

    @Nullable Row find(UUID id) {
        return rows("where id = :id", id).stream().findFirst().orElse(null);
    }

    private List<Row> rows(String where, @Nullable UUID id) {
        return jdbc.sql("select * from customers.tag_categories " + where + " order by name")
                .param("id", id, Types.OTHER)
                .query((row, number) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getObject("parent", UUID.class),
                                row.getBoolean("one_of"),
                                row.getBoolean("strict"),
                                row.getString("colour"),
                                row.getString("description"),
                                row.getBoolean("archived")))
                .list();
    }

    /** Everything, with who bears it. */
    List<Category> all(List<Use> uses) {
        Map<UUID, List<ValueRow>> defined = new HashMap<>();
        jdbc.sql("select category, value, archived from customers.tag_values order by value")
                .query((row, number) ->
                        new ValueRow(
                                row.getObject("category", UUID.class),
                                row.getString("value"),
                                row.getBoolean("archived")))
                .list()
                .forEach(one ->
                        defined.computeIfAbsent(one.category, _ -> new ArrayList<>()).add(one));
        Map<String, List<Bearers>> borne = bearers();
        return rows("", null).stream()
                .map(row ->
                        category(
                                row,
                                defined.getOrDefault(row.id, List.of()),
                                borne.getOrDefault(row.name, List.of()),
                                uses))
                .toList();
    }

    private static Category category(
            Row row, List<ValueRow> defined, List<Bearers> borne, List<Use> uses) {
        Map<String, Value> values = new java.util.TreeMap<>();
        defined.forEach(one -> values.put(one.value, new Value(one.value, one.archived, 0, 0)));
        long customers = 0;
        for (Bearers one : borne) {
            if (one.value == null) {
                customers = one.customers;
                continue;
            }
            Value known = values.get(one.value);
            boolean archived = known != null && known.archived();
            values.put(one.value, new Value(one.value, archived, one.customers, one.rules));
        }
        return new Category(
                row.id,
                row.name,
                row.parent,
                row.oneOf,
                row.strict,
                row.colour,
                row.description,
                row.archived,
                customers,
                List.copyOf(values.values()),
                uses.stream().filter(use -> use.category().equals(row.name)).toList());
    }

    private Map<String, List<Bearers>> bearers() {
        Map<String, List<Bearers>> bearers = new HashMap<>();
        jdbc.sql(
                        """
                        select t.category, t.value, count(distinct p.root) as customers,
                               count(distinct p.root) filter (where not t.by_hand) as rules
                        from customers.tags t
                        join customers.profiles p on p.id = t.profile
                        join customers.profiles r on r.id = p.root
                        where r.customer_since is not null
                        group by grouping sets ((t.category), (t.category, t.value))
                        """)
                .query((row, number) ->
                        new Bearers(
                                row.getString("category"),
                                row.getString("value"),
                                row.getLong("customers"),
                                row.getLong("rules")))
                .list()
                .forEach(one ->
                        bearers.computeIfAbsent(one.category, _ -> new ArrayList<>()).add(one));
        return bearers;
    }
}
