package io.millrace.customers;

import io.millrace.customers.CustomerEdits.Merged;
import io.millrace.customers.CustomerEdits.Unmerged;
import io.millrace.customers.CustomerFiles.CandidateView;
import io.millrace.customers.CustomerFiles.MergeView;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.Families.Hanging;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Merging by people, taking it back, and the log of both. */
final class Merging {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Families families;
    private final IdentityRows identities;
    private final Settled settled;
    private final Privacy privacy;
    private final Ids ids;
    private final Clock clock;

    Merging(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Families families,
            IdentityRows identities,
            Settled settled,
            Privacy privacy,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.families = families;
        this.identities = identities;
        this.settled = settled;
        this.privacy = privacy;
        this.ids = ids;
        this.clock = clock;
    }

    Merged merge(ProfileId into, ProfileId member, String reason, String by) {
        return Objects.requireNonNull(
                transactions.execute(status -> merged(into, member, reason, by)));
    }

    private Merged merged(ProfileId into, ProfileId member, String reason, String by) {
        identities.lockAll();
        var root = families.rootOf(into).orElse(null);
        if (root == null) {
            return new Merged.UnknownCustomer(into);
        }
        var moved = families.rootOf(member).orElse(null);
        if (moved == null) {
            return new Merged.UnknownCustomer(member);
        }
        if (root.equals(moved)) {
            return new Merged.SameCustomer();
        }
        for (var one : List.of(root, moved)) {
            if (erased(one)) {
                return new Merged.ErasedCustomer(one);
            }
        }
        var merge = ids.next();
        families.hang(
                List.of(new Hanging(merge, moved, root, root, clock.instant(), by, reason, false)));
        closeCandidate(root, moved);
        settled.withdrawWithTransaction();
        privacy.audit(
                by,
                "customer.merge",
                root.toString(),
                Map.of("member", moved.toString(), "merge", merge.toString()));
        return new Merged.Done(merge);
    }

    Unmerged unmerge(UUID merge, String by) {
        return Objects.requireNonNull(transactions.execute(status -> unmerged(merge, by)));
    }

    private record Entry(ProfileId member, boolean undone) {}

    private Unmerged unmerged(UUID merge, String by) {
        identities.lockAll();
        var entry =
                jdbc.sql(
                                """
                                select member, undone_at is not null as undone
                                from customers.merges where id = :id
                                """)
                        .param("id", merge)
                        .query((row, number) ->
                                new Entry(
                                        new ProfileId(row.getObject("member", UUID.class)),
                                        row.getBoolean("undone")))
                        .optional()
                        .orElse(null);
        if (entry == null) {
            return new Unmerged.UnknownMerge();
        }
        if (entry.undone()) {
            return new Unmerged.AlreadyUndone();
        }
        families.cut(entry.member());
        jdbc.sql("update customers.merges set undone_at = :at, undone_by = :by where id = :id")
                .param("id", merge)
                .param("at", SqlArrays.at(clock.instant()))
                .param("by", by)
                .update();
        settled.withdrawWithTransaction();
        privacy.audit(
                by,
                "customer.unmerge",
                entry.member().toString(),
                Map.of("merge", merge.toString()));
        return new Unmerged.Done(entry.member());
    }

    private boolean erased(ProfileId root) {
        return jdbc.sql("select erased_at is not null from customers.profiles where id = :id")
                .param("id", root.value())
                .query(Boolean.class)
                .single();
    }

    private void closeCandidate(ProfileId one, ProfileId other) {
        jdbc.sql(
                        """
                        update customers.candidates set closed_at = :at
                        where one = least(:one::uuid, :other::uuid)
                          and other = greatest(:one::uuid, :other::uuid) and closed_at is null
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("at", SqlArrays.at(clock.instant()))
                .update();
    }

    /** What was merged into or out of these profiles, undone or not. */
    List<MergeView> of(String[] profiles) {
        return jdbc.sql(
                        """
                        select * from customers.merges
                        where member = any (:profiles::uuid[]) or parent = any (:profiles::uuid[])
                        order by at desc, id desc
                        limit 200
                        """)
                .param("profiles", profiles)
                .query(Merging::view)
                .list();
    }

    Page<MergeView> page(@Nullable String cursor, int limit) {
        var rows =
                jdbc.sql(
                                """
                                select * from customers.merges
                                where :before::uuid is null or id < :before
                                order by id desc limit :limit
                                """)
                        .param("before", Keyset.before(cursor), java.sql.Types.OTHER)
                        .param("limit", limit + 1)
                        .query(Merging::view)
                        .list();
        return Keyset.page(rows, limit, MergeView::id);
    }

    Page<CandidateView> candidates(@Nullable String cursor, int limit) {
        var rows =
                jdbc.sql(
                                """
                                select c.*, i.type, i.profile, i.sealed
                                from customers.candidates c
                                join customers.identities i on i.id = c.identity
                                where c.closed_at is null and (:before::uuid is null or c.id < :before)
                                order by c.id desc limit :limit
                                """)
                        .param("before", Keyset.before(cursor), java.sql.Types.OTHER)
                        .param("limit", limit + 1)
                        .query(this::candidate)
                        .list();
        return Keyset.page(rows, limit, CandidateView::id);
    }

    private CandidateView candidate(ResultSet row, int number) throws SQLException {
        var type = IdentityType.valueOf(row.getString("type"));
        var holder = new ProfileId(row.getObject("profile", UUID.class));
        var field = IdentityRows.field(row.getObject("identity", UUID.class));
        var clear = privacy.open(holder, field, row.getString("sealed")).orElse("");
        return new CandidateView(
                row.getObject("id", UUID.class),
                new ProfileId(row.getObject("one", UUID.class)),
                new ProfileId(row.getObject("other", UUID.class)),
                Names.type(type),
                Names.masked(type, clear),
                row.getString("source"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static MergeView view(ResultSet row, int number) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new MergeView(
                row.getObject("id", UUID.class),
                new ProfileId(row.getObject("member", UUID.class)),
                new ProfileId(row.getObject("parent", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getString("reason"),
                row.getBoolean("automatic"),
                undone == null ? null : undone.toInstant(),
                row.getString("undone_by"));
    }
}
