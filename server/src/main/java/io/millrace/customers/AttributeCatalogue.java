package io.millrace.customers;

import io.millrace.shared.DataLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The attributes that customers may have: declared ones, and ones that turned up. */
final class AttributeCatalogue {
    static final int LONGEST_NAME = 128;

    /** Names made up by a sender's mistake must not grow the catalogue without end. */
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private volatile Map<String, Attribute> committed = Map.of();

    AttributeCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Attribute(
            int id,
            String name,
            String labelEn,
            String labelZh,
            String type,
            DataLevel level,
            String source,
            boolean declared) {
        boolean named() {
            return switch (name) {
                case "name", "firstName", "lastName", "nickname" -> true;
                default -> false;
            };
        }
    }

    List<Attribute> all() {
        return jdbc.sql("select * from customers.attributes order by declared desc, id")
                .query(AttributeCatalogue::attribute)
                .list();
    }

    /** The attributes of these names; unknown ones are taken in as confidential and undeclared. */
    Map<String, Attribute> ensure(Collection<String> names, String source) {
        var known = committed;
        if (known.keySet().containsAll(names)) {
            return known;
        }
        reload();
        known = committed;
        var unknown = new TreeSet<>(names);
        unknown.removeAll(known.keySet());
        unknown.removeIf(name -> name.isBlank() || name.length() > LONGEST_NAME);
        if (unknown.isEmpty() || known.size() + unknown.size() > MOST) {
            return known;
        }
        insert(unknown, source);
        var uncommitted = read();
        reloadAfterCommit();
        return uncommitted;
    }

    /** Those that are such, as of the last look. */
    Set<String> names(Predicate<Attribute> such) {
        if (committed.isEmpty()) {
            reload();
        }
        return committed.values().stream()
                .filter(such)
                .map(Attribute::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    void reload() {
        committed = read();
    }

    void reloadAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            reload();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        committed = Map.of();
                    }
                });
    }

    /** Declares an attribute, or declares it otherwise. */
    void declare(
            String name, String labelEn, String labelZh, String type, DataLevel level, String by) {
        jdbc.sql(
                        """
                        insert into customers.attributes
                            (name, label_en, label_zh, type, level, source, declared)
                        values (:name, :labelEn, :labelZh, :type, :level, :by, true)
                        on conflict (name) do update
                        set label_en = :labelEn, label_zh = :labelZh, type = :type,
                            level = :level, declared = true
                        """)
                .param("name", name)
                .param("labelEn", labelEn)
                .param("labelZh", labelZh)
                .param("type", type)
                .param("level", level.name())
                .param("by", by)
                .update();
        reloadAfterCommit();
    }

    @Nullable Attribute find(String name) {
        return jdbc.sql("select * from customers.attributes where name = :name")
                .param("name", name)
                .query(AttributeCatalogue::attribute)
                .optional()
                .orElse(null);
    }

    private void insert(Collection<String> names, String source) {
        jdbc.sql(
                        """
                        insert into customers.attributes
                            (name, label_en, label_zh, type, level, source, declared)
                        select name, name, name, 'text', 'CONFIDENTIAL', :source, false
                        from unnest(:names::text[]) as name
                        on conflict (name) do nothing
                        """)
                .param("names", names.toArray(String[]::new))
                .param("source", source)
                .update();
    }

    private Map<String, Attribute> read() {
        Map<String, Attribute> read = new HashMap<>();
        all().forEach(attribute -> read.put(attribute.name(), attribute));
        return read;
    }

    private static Attribute attribute(ResultSet row, int number) throws SQLException {
        return new Attribute(
                row.getInt("id"),
                row.getString("name"),
                row.getString("label_en"),
                row.getString("label_zh"),
                row.getString("type"),
                DataLevel.valueOf(row.getString("level")),
                row.getString("source"),
                row.getBoolean("declared"));
    }
}
