package io.millrace.timelines;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The words of one column of the fact log and their numbers, kept in memory once committed. */
final class Names {
    private record Name(int id, String name) {}

    private final JdbcClient jdbc;
    private final String insert;
    private final String select;
    private final String selectAll;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    private Names(JdbcClient jdbc, String insert, String select, String selectAll) {
        this.jdbc = jdbc;
        this.insert = insert;
        this.select = select;
        this.selectAll = selectAll;
    }

    static Names kinds(JdbcClient jdbc) {
        return new Names(
                jdbc,
                """
                insert into timelines.kinds (name)
                select n from unnest(:names::text[]) with ordinality u (n, o)
                where not exists (select from timelines.kinds where name = n) order by o
                on conflict do nothing
                """,
                "select id, name from timelines.kinds where name = any(:names::text[])",
                "select id, name from timelines.kinds");
    }

    static Names sources(JdbcClient jdbc) {
        return new Names(
                jdbc,
                """
                insert into timelines.sources (name)
                select n from unnest(:names::text[]) with ordinality u (n, o)
                where not exists (select from timelines.sources where name = n) order by o
                on conflict do nothing
                """,
                "select id, name from timelines.sources where name = any(:names::text[])",
                "select id, name from timelines.sources");
    }

    /**
     * The numbers of the facts' words; words never seen before are added in the caller's
     * transaction, and remembered here only when it has committed.
     */
    <T> ToIntFunction<String> numbers(Collection<? extends T> items, Function<T, String> word) {
        TreeSet<String> missing = new TreeSet<>();
        for (T item : items) {
            String name = word.apply(item);
            if (!ids.containsKey(name)) {
                missing.add(name);
            }
        }
        if (missing.isEmpty()) {
            return this::known;
        }
        Map<String, Integer> found = addAndFind(missing.toArray(new String[0]));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        found.forEach(Names.this::remember);
                    }
                });
        return name -> {
            Integer id = found.get(name);
            return id != null ? id : known(name);
        };
    }

    /** The number of a committed word, or null. */
    @Nullable Integer find(String name) {
        Integer id = ids.get(name);
        if (id == null) {
            id = find(new String[] {name}).get(name);
        }
        return id;
    }

    /** The word of a number that stands in the log. */
    String name(int id) {
        String name = names.get(id);
        if (name != null) {
            return name;
        }
        jdbc.sql(selectAll).query(Name.class).stream()
                .forEach(row -> names.put(row.id(), row.name()));
        name = names.get(id);
        if (name == null) {
            throw new IllegalStateException("the fact log has no name for number " + id);
        }
        return name;
    }

    private int known(String name) {
        Integer id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("a word without a number: " + name);
        }
        return id;
    }

    private Map<String, Integer> addAndFind(String[] missing) {
        Map<String, Integer> found = find(missing);
        if (found.size() < missing.length) {
            jdbc.sql(insert).param("names", missing).update();
            found = find(missing);
        }
        return found;
    }

    private Map<String, Integer> find(String[] wanted) {
        Map<String, Integer> found = new HashMap<>();
        jdbc.sql(select).param("names", wanted).query(Name.class).stream()
                .forEach(row -> found.put(row.name(), row.id()));
        return found;
    }

    private void remember(String name, int id) {
        ids.put(name, id);
        names.put(id, name);
    }
}
