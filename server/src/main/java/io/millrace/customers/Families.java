package io.millrace.customers;

import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which profiles are one customer. A merge hangs the member's root below a profile of the other
 * customer; an un-merge cuts exactly there, so whatever was merged into the member before or since
 * goes with it, and nothing else does.
 */
final class Families {
    private final JdbcClient jdbc;
    private final Timelines timelines;
    private final Ids ids;

    Families(JdbcClient jdbc, Timelines timelines, Ids ids) {
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.ids = ids;
    }

    /**
     * One merge to make: the root {@code member} goes below {@code parent}, whose root is known.
     */
    record Hanging(
            UUID merge,
            ProfileId member,
            ProfileId parent,
            ProfileId root,
            Instant at,
            String by,
            String reason,
            boolean automatic) {}

    void joinVisitors(List<ResolvePlan.Join> joins) {
        hang(
                joins.stream()
                        .map(join ->
                                new Hanging(
                                        ids.next(),
                                        join.member(),
                                        join.parent(),
                                        join.root(),
                                        join.evidence().at(),
                                        join.evidence().source(),
                                        "named-together",
                                        true))
                        .toList());
    }

    void hang(List<Hanging> hangings) {
        jdbc.sql(
                        """
                        update customers.profiles p set parent = made.parent
                        from unnest(:members::uuid[], :parents::uuid[]) as made (member, parent)
                        where p.id = made.member and p.parent is null
                        """)
                .param("members", SqlArrays.texts(hangings, one -> one.member().value()))
                .param("parents", SqlArrays.texts(hangings, one -> one.parent().value()))
                .update();
        move(hangings).forEach(moved -> timelines.join(moved.profile(), moved.root()));
        log(hangings);
        refresh(new TreeSet<>(hangings.stream().map(Hanging::root).toList()));
    }

    private List<Settled.Membership> move(List<Hanging> hangings) {
        return jdbc.sql(
                        """
                        update customers.profiles p set root = made.root
                        from unnest(:members::uuid[], :roots::uuid[]) as made (member, root)
                        where p.id = made.member
                           or (p.root = made.member and p.parent is not null)
                        returning p.id, p.root
                        """)
                .param("members", SqlArrays.texts(hangings, one -> one.member().value()))
                .param("roots", SqlArrays.texts(hangings, one -> one.root().value()))
                .query((row, number) ->
                        new Settled.Membership(
                                new ProfileId(row.getObject("id", UUID.class)),
                                new ProfileId(row.getObject("root", UUID.class))))
                .list();
    }

    private void log(List<Hanging> hangings) {
        jdbc.sql(
                        """
                        insert into customers.merges (id, member, parent, at, by, reason, automatic)
                        select * from unnest(
                            :ids::uuid[], :members::uuid[], :parents::uuid[], :at::timestamptz[],
                            :by::text[], :reasons::text[], :automatic::boolean[])
                        """)
                .param("ids", SqlArrays.texts(hangings, Hanging::merge))
                .param("members", SqlArrays.texts(hangings, one -> one.member().value()))
                .param("parents", SqlArrays.texts(hangings, one -> one.parent().value()))
                .param("at", SqlArrays.texts(hangings, Hanging::at))
                .param("by", SqlArrays.texts(hangings, Hanging::by))
                .param("reasons", SqlArrays.texts(hangings, Hanging::reason))
                .param("automatic", SqlArrays.texts(hangings, Hanging::automatic))
                .update();
    }

    /** Cuts a member off again, with everything below it. */
    void cut(ProfileId member) {
        var before = rootOf(member).orElseThrow();
        var below = below(member);
        jdbc.sql(
                        """
                        update customers.profiles
                        set root = :member, parent = case when id <> :member then parent end
                        where id = any (:below::uuid[])
                        """)
                .param("member", member.value())
                .param("below", SqlArrays.profiles(below))
                .update();
        for (var profile : below) {
            timelines.separate(profile);
        }
        for (var profile : below) {
            if (!profile.equals(member)) {
                timelines.join(profile, member);
            }
        }
        refresh(Set.of(before, member));
    }

    private List<ProfileId> below(ProfileId member) {
        return jdbc.sql(
                        """
                        with recursive below (id) as (
                            select :member::uuid
                            union all
                            select p.id from customers.profiles p join below b on p.parent = b.id
                            where p.root = (select root from customers.profiles where id = :member)
                        )
                        select id from below
                        """)
                .param("member", member.value())
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list();
    }

    Optional<ProfileId> rootOf(ProfileId profile) {
        return jdbc.sql("select root from customers.profiles where id = :id")
                .param("id", profile.value())
                .query((row, number) -> new ProfileId(row.getObject("root", UUID.class)))
                .optional();
    }

    /** The roots of many; who is not known is not in the answer. */
    Map<ProfileId, ProfileId> roots(Set<ProfileId> profiles) {
        Map<ProfileId, ProfileId> roots = HashMap.newHashMap(profiles.size());
        jdbc.sql("select id, root from customers.profiles where id = any (:ids::uuid[])")
                .param("ids", SqlArrays.profiles(profiles))
                .query(row -> {
                    roots.put(
                            new ProfileId(row.getObject("id", UUID.class)),
                            new ProfileId(row.getObject("root", UUID.class)));
                });
        return roots;
    }

    /** The roots of many; who is not known or was erased is not in the answer. */
    Map<ProfileId, ProfileId> liveRoots(Set<ProfileId> profiles) {
        Map<ProfileId, ProfileId> roots = HashMap.newHashMap(profiles.size());
        jdbc.sql(
                        """
                        select p.id, p.root from customers.profiles p
                        join customers.profiles r on r.id = p.root
                        where p.id = any (:ids::uuid[]) and r.erased_at is null
                        """)
                .param("ids", SqlArrays.profiles(profiles))
                .query(row -> {
                    roots.put(
                            new ProfileId(row.getObject("id", UUID.class)),
                            new ProfileId(row.getObject("root", UUID.class)));
                });
        return roots;
    }

    /** The root of somebody who was not erased; null if there is no such customer. */
    @Nullable ProfileId liveRoot(ProfileId profile) {
        return jdbc.sql(
                        """
                        select r.id from customers.profiles p
                        join customers.profiles r on r.id = p.root
                        where p.id = :id and r.erased_at is null
                        """)
                .param("id", profile.value())
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .optional()
                .orElse(null);
    }

    /** The root first, then the others by id. */
    List<ProfileId> members(ProfileId root) {
        var members = new ArrayList<ProfileId>();
        members.add(root);
        members.addAll(
                jdbc.sql(
                                """
                                select id from customers.profiles
                                where root = :root and parent is not null
                                order by id
                                """)
                        .param("root", root.value())
                        .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                        .list());
        return members;
    }

    /** The members of many, roots included, each with its root. */
    Map<ProfileId, ProfileId> members(Set<ProfileId> roots) {
        Map<ProfileId, ProfileId> members = HashMap.newHashMap(roots.size());
        jdbc.sql(RowReading.FAMILY)
                .param("ids", SqlArrays.profiles(roots))
                .query(row -> {
                    members.put(
                            new ProfileId(row.getObject("id", UUID.class)),
                            new ProfileId(row.getObject("root", UUID.class)));
                });
        return members;
    }

    /** Brings what roots say of their whole customer up to date. */
    void refresh(Collection<ProfileId> roots) {
        jdbc.sql(
                        """
                        update customers.profiles r
                        set active_at = family.last_at, heard_at = family.first_at,
                            customer_since = family.known_at
                        from (
                            select root.id, max(m.last_at) as last_at,
                                   min(m.first_at) as first_at, min(m.known_at) as known_at
                            from unnest(:roots::uuid[]) as root (id)
                            join customers.profiles m
                              on m.id = root.id or (m.root = root.id and m.parent is not null)
                            group by root.id
                        ) family
                        where r.id = family.id
                        """)
                .param("roots", SqlArrays.profiles(roots))
                .update();
    }
}
