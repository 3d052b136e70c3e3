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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The words of one column of the fact log and their numbers, kept in memory. A new word is
 * committed at once and apart from the facts: within their transaction it would make everybody wait
 * who meets the same word.
 */
final class Names {
    private record Name(int id, String name) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final String insert;
    private final String select;
    private final String selectAll;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    private Names(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            String insert,
            String select,
            String selectAll) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.insert = insert;
        this.select = select;
        this.selectAll = selectAll;
    }

    static Names kinds(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Names(
                jdbc,
                transactions,
                """
                insert into timelines.kinds (name)
                select n from unnest(:names::text[]) with ordinality u (n, o)
                where not exists (select from timelines.kinds where name = n) order by o
                on conflict do nothing
                """,
                "select id, name from timelines.kinds where name = any(:names::text[])",
                "select id, name from timelines.kinds");
    }

    static Names sources(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Names(
                jdbc,
                transactions,
                """
                insert into timelines.sources (name)
                select n from unnest(:names::text[]) with ordinality u (n, o)
                where not exists (select from timelines.sources where name = n) order by o
                on conflict do nothing
                """,
                "select id, name from timelines.sources where name = any(:names::text[])",
                "select id, name from timelines.sources");
    }

    /** The numbers of the items' words; words never seen before are added. */
    <T> ToIntFunction<String> numbers(Collection<? extends T> items, Function<T, String> word) {
        TreeSet<String> missing = new TreeSet<>();
        for (T item : items) {
            String name = word.apply(item);
            if (!ids.containsKey(name)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            add(missing.toArray(new String[0]));
        }
        return this::known;
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
        // Apart: the caller's connection may be in the middle of a COPY.
        apart.executeWithoutResult(status ->
                jdbc.sql(selectAll)
                        .query(Name.class)
                        .list()
                        .forEach(row -> remember(row.name(), row.id())));
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

    private synchronized void add(String[] missing) {
        if (find(missing).size() < missing.length) {
            apart.executeWithoutResult(status -> jdbc.sql(insert).param("names", missing).update());
            // Apart again: a caller that reads as of an earlier moment would not see them.
            apart.executeWithoutResult(status -> find(missing));
        }
    }

    private Map<String, Integer> find(String[] wanted) {
        Map<String, Integer> found = new HashMap<>();
        jdbc.sql(select)
                .param("names", wanted)
                .query(Name.class)
                .list()
                .forEach(row -> found.put(row.name(), row.id()));
        found.forEach(this::remember);
        return found;
    }

    private void remember(String name, int id) {
        ids.put(name, id);
        names.put(id, name);
    }
}
