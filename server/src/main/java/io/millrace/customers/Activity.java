package io.millrace.customers;

import io.millrace.shared.ProfileId;
import io.millrace.timelines.NewFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
    private final CustomerFacts customerFacts;
    private final Map<ProfileId, Span> waiting = new ConcurrentHashMap<>();

    Activity(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Families families,
            CustomerFacts customerFacts) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.families = families;
        this.customerFacts = customerFacts;
    }

    /**
     * @param known the earliest instant at which an identifying identity was claimed
     */
    private record Span(Instant first, Instant last, @Nullable Instant known) {
        Span and(Span other) {
            return new Span(
                    other.first.isBefore(first) ? other.first : first,
                    other.last.isAfter(last) ? other.last : last,
                    earlier(known, other.known));
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.isBefore(one) ? other : one;
        }

        boolean holds(Span other) {
            return equals(and(other));
        }
    }

    /** A customer was known earlier than the timeline says so far. */
    private record Moved(ProfileId profile, ProfileId root, @Nullable Instant knownEarlier) {}

    private record Heard(ProfileId profile, Span span) {}

    /** What one call heard; counted once its transaction is committed. */
    final class Gathering {
        private final List<Heard> heard = new ArrayList<>();

        void seen(ProfileId profile, Instant at, boolean identifying) {
            heard.add(new Heard(profile, new Span(at, at, identifying ? at : null)));
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
        transactions.executeWithoutResult(
                status -> {
                    var moved = update(batch);
                    if (moved.isEmpty()) {
                        return;
                    }
                    families.refresh(new TreeSet<>(moved.stream().map(Moved::root).toList()));
                    var facts = new ArrayList<NewFact>();
                    for (var one : moved) {
                        if (one.knownEarlier() != null) {
                            facts.add(customerFacts.knownEarlier(one.profile(), one.knownEarlier()));
                        }
                    }
                    customerFacts.append(facts);
                });
    }

    /** Only what moves by a minute or more is worth a new row version. */
    private List<Moved> update(List<Heard> batch) {
        return jdbc.sql(
                        """
                        with heard as (
                            select p.id, heard.first_at, heard.last_at, heard.known_at,
                                   p.known_at as was_known_at
                            from unnest(:ids::uuid[], :first::timestamptz[], :last::timestamptz[],
                                        :known::timestamptz[])
                                 as heard (id, first_at, last_at, known_at)
                            join customers.profiles p on p.id = heard.id
                            where p.last_at < heard.last_at - interval '1 minute'
                               or p.first_at > heard.first_at
                               or p.known_at > heard.known_at
                            order by p.id
                            for no key update of p
                        )
                        update customers.profiles p
                        set first_at = least(p.first_at, heard.first_at),
                            last_at = greatest(p.last_at, heard.last_at),
                            known_at = case when p.known_at is not null
                                            then least(p.known_at, heard.known_at) end
                        from heard
                        where p.id = heard.id
                        returning p.id, p.root,
                            case when p.known_at < heard.was_known_at then p.known_at end as earlier
                        """)
                .param("ids", SqlArrays.texts(batch, heard -> heard.profile().value()))
                .param("first", SqlArrays.texts(batch, heard -> heard.span().first()))
                .param("last", SqlArrays.texts(batch, heard -> heard.span().last()))
                .param("known", SqlArrays.texts(batch, heard -> heard.span().known()))
                .query(Activity::moved)
                .list();
    }

    private static Moved moved(ResultSet row, int number) throws SQLException {
        var earlier = row.getObject("earlier", OffsetDateTime.class);
        return new Moved(
                new ProfileId(row.getObject("id", UUID.class)),
                new ProfileId(row.getObject("root", UUID.class)),
                earlier == null ? null : earlier.toInstant());
    }
}
