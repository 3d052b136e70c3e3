package io.millrace.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a group of items in one transaction. If the database refuses the group's data, halves are
 * tried, so that one item which nobody foresaw costs no other item anything: it goes to the inbox.
 */
final class GroupWriter {
    private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);
    private static final int ATTEMPTS = 5;

    private final TransactionTemplate transactions;
    private final Stores stores;
    private final InstantSource clock;

    GroupWriter(TransactionTemplate transactions, Stores stores, InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Commits the items and keeps the rejected ones.
     *
     * @return one fate an item, in order
     * @throws DataAccessException or another of Spring's if the database is away; then some of the
     *     group may have been committed, and sending all of it again is harmless
     */
    List<Fate> write(List<Item> items, List<Rejected> rejected) {
        Fate[] fates = new Fate[items.size()];
        write(items, rejected, fates, 0);
        return Arrays.asList(fates);
    }

    private void write(List<Item> items, List<Rejected> rejected, Fate[] fates, int offset) {
        try {
            List<Fate> written = attempt(items, rejected);
            for (int i = 0; i < written.size(); i++) {
                fates[offset + i] = written.get(i);
            }
        } catch (NonTransientDataAccessResourceException away) {
            throw away;
        } catch (NonTransientDataAccessException | IllegalArgumentException refused) {
            if (items.isEmpty()) {
                throw refused;
            }
            divide(items, rejected, fates, offset, refused);
        }
    }

    private void divide(
            List<Item> items,
            List<Rejected> rejected,
            Fate[] fates,
            int offset,
            RuntimeException refused) {
        if (items.size() == 1) {
            log.warn("An item of {} could not be stored", items.getFirst().source(), refused);
            Flaw flaw = Flaw.of(Codes.NOT_STORED, "");
            List<Rejected> all = new ArrayList<>(rejected);
            all.add(Rejected.of(items.getFirst(), flaw, null));
            attempt(List.of(), all);
            fates[offset] = new Fate.Refused(flaw);
            return;
        }
        int half = items.size() / 2;
        write(items.subList(0, half), rejected, fates, offset);
        write(items.subList(half, items.size()), List.of(), fates, offset + half);
    }

    private List<Fate> attempt(List<Item> items, List<Rejected> rejected) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commit(items, rejected);
            } catch (ConcurrencyFailureException contended) {
                // Two groups brought the same persons in another order and one was asked to yield,
                // or events are among them that were here before.
                if (attempt == ATTEMPTS) {
                    throw contended;
                }
            }
        }
    }

    private List<Fate> commit(List<Item> items, List<Rejected> rejected) {
        Written written =
                transactions.execute(status -> {
                    Group group = new Group(stores, items, clock.instant());
                    List<Fate> fates = group.write();
                    rejected.forEach(group::keep);
                    return new Written(fates, group.newNames());
                });
        if (written == null) {
            return List.of();
        }
        stores.names().committed(written.names());
        return written.fates();
    }

    private record Written(List<Fate> fates, Set<String> names) {}

    /** Whether an exception says that the database is away, rather than that data is wrong. */
    static boolean isOutage(@Nullable Throwable failure) {
        return failure instanceof DataAccessException
                || failure instanceof org.springframework.transaction.TransactionException;
    }
}
