package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When each profile was first and last heard of. Gathered in memory and written every few seconds,
 * so that a stream of events does not rewrite the same rows; what a crash takes from it is brought
 * back by the next event.
 */
final class Activity {
    private static final int ROWS = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Families families;
    private final Map<ProfileId, Span> waiting = new ConcurrentHashMap<>();

    Activity(JdbcClient jdbc, TransactionTemplate transactions, Families families) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.families = families;
    }

    private record Span(Instant first, Instant last) {
        Span and(Span other) {
            return new Span(
                    other.first.isBefore(first) ? other.first : first,
                    other.last.isAfter(last) ? other.last : last);
        }

        boolean holds(Span other) {
            return equals(and(other));
        }
    }

    private record Heard(ProfileId profile, Span span) {}

    /** What one call heard; counted once its transaction is committed. */
    final class Gathering {
        private final List<Heard> heard = new ArrayList<>();

        void seen(ProfileId profile, Instant at) {
            heard.add(new Heard(profile, new Span(at, at)));
        }

        void countAfterCommit() {
            if (heard.isEmpty()) {
                return;
            }
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                count();
                return;
            }
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            count();
                        }
                    });
        }

        private void count() {
            heard.forEach(one -> Activity.this.count(one.profile, one.span));
        }
    }

    Gathering gathering() {
        return new Gathering();
    }

    private void count(ProfileId profile, Span heard) {
        var span = waiting.get(profile);
        if (span == null || !span.holds(heard)) {
            waiting.merge(profile, heard, Span::and);
        }
    }

    /** Writes what was gathered. */
    void flush() {
        var batch = new ArrayList<Heard>(ROWS);
        for (var profile : List.copyOf(waiting.keySet())) {
            var span = waiting.remove(profile);
            if (span != null) {
                batch.add(new Heard(profile, span));
            }
            if (batch.size() == ROWS) {
                write(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            write(batch);
        }
    }

    private void write(List<Heard> batch) {
        transactions.executeWithoutResult(status -> {
            var roots = new TreeSet<>(update(batch));
            if (!roots.isEmpty()) {
                families.refresh(roots);
            }
        });
    }

    /** Only what moves by a minute or more is worth a new row version. */
    private List<ProfileId> update(List<Heard> batch) {
        return jdbc.sql(
                        """
                        with heard as (
                            select p.id, heard.first_at, heard.last_at
                            from unnest(:ids::uuid[], :first::timestamptz[], :last::timestamptz[])
                                 as heard (id, first_at, last_at)
                            join customers.profiles p on p.id = heard.id
                            where p.last_at < heard.last_at - interval '1 minute'
                               or p.first_at > heard.first_at
                            order by p.id
                            for no key update of p
                        )
                        update customers.profiles p
                        set first_at = least(p.first_at, heard.first_at),
                            last_at = greatest(p.last_at, heard.last_at)
                        from heard
                        where p.id = heard.id
                        returning p.root
                        """)
                .param("ids", SqlArrays.texts(batch, heard -> heard.profile().value()))
                .param("first", SqlArrays.texts(batch, heard -> heard.span().first()))
                .param("last", SqlArrays.texts(batch, heard -> heard.span().last()))
                .query((row, number) -> new ProfileId(row.getObject("root", UUID.class)))
                .list();
    }
}
