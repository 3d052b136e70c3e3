package io.millrace.customers;

import io.millrace.customers.Customers.IdentityType;
import io.millrace.privacy.Privacy;
import io.millrace.shared.ProfileId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What resolving reads, under locks that make what was read stay true until the commit. */
final class IdentityRows {
    /** Enough that unrelated claims rarely meet, few enough that a bulk may take them all. */
    private static final int STRIPES = 64;

    private final JdbcClient jdbc;

    IdentityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks these identities, whether they exist or not, until the transaction ends. */
    void lock(Collection<UUID> indexes) {
        var stripes =
                indexes.stream()
                        .mapToInt(index -> (int) (index.getLeastSignificantBits() & (STRIPES - 1)))
                        .distinct()
                        .sorted()
                        .toArray();
        lockStripes(stripes);
    }

    /** Keeps everybody from saying anything new: for a merge, an un-merge, an erasure. */
    void lockAll() {
        lockStripes(IntStream.range(0, STRIPES).toArray());
    }

    private void lockStripes(int[] stripes) {
        jdbc.sql(
                        """
                        select count(pg_advisory_xact_lock(hashtext('customers'), stripe)::text)
                        from unnest(:stripes::int[]) as stripe
                        """)
                .param("stripes", stripes)
                .query(Long.class)
                .single();
    }

    Map<UUID, Holder> holders(Collection<UUID> indexes) {
        Map<UUID, Holder> holders = HashMap.newHashMap(indexes.size());
        jdbc.sql(
                        """
                        select id, index, type, profile, shared
                        from customers.identities
                        where index = any (:indexes::uuid[])
                        """)
                .param("indexes", SqlArrays.uuids(indexes))
                .query(row -> {
                    var index = row.getObject("index", UUID.class);
                    holders.put(
                            index,
                            new Holder(
                                    row.getObject("id", UUID.class),
                                    index,
                                    IdentityType.valueOf(row.getString("type")),
                                    new ProfileId(row.getObject("profile", UUID.class)),
                                    row.getBoolean("shared")));
                });
        return holders;
    }

    Set<UUID> tombstones(Collection<UUID> indexes) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select index from customers.tombstones
                                where index = any (:indexes::uuid[])
                                """)
                        .param("indexes", SqlArrays.uuids(indexes))
                        .query(UUID.class)
                        .list());
    }

    Set<Sighting> sightings(Collection<UUID> indexes) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select index, profile from customers.sightings
                                where index = any (:indexes::uuid[])
                                """)
                        .param("indexes", SqlArrays.uuids(indexes))
                        .query((row, number) ->
                                new Sighting(
                                        row.getObject("index", UUID.class),
                                        new ProfileId(row.getObject("profile", UUID.class))))
                        .list());
    }

    /** Whatever these profiles are or were known by. */
    Set<UUID> indexesOf(Set<ProfileId> profiles) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select index from customers.identities
                                where profile = any (:profiles::uuid[])
                                union
                                select index from customers.tombstones
                                where profile = any (:profiles::uuid[])
                                """)
                        .param("profiles", SqlArrays.profiles(profiles))
                        .query(UUID.class)
                        .list());
    }

    /** The customers of these profiles, locked. */
    Map<ProfileId, Group> groups(Set<ProfileId> profiles) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        var roots = lockRoots(profiles);
        Map<ProfileId, Group> byRoot = new HashMap<>();
        readGroups(roots).forEach(group -> byRoot.put(group.root, group));
        Map<ProfileId, Group> groups = HashMap.newHashMap(profiles.size());
        jdbc.sql("select id, root from customers.profiles where id = any (:ids::uuid[])")
                .param("ids", SqlArrays.profiles(profiles))
                .query(row -> {
                    var root = new ProfileId(row.getObject("root", UUID.class));
                    var group = byRoot.get(root);
                    if (group != null) {
                        groups.put(new ProfileId(row.getObject("id", UUID.class)), group);
                    }
                });
        return groups;
    }

    private Set<UUID> lockRoots(Set<ProfileId> profiles) {
        return new LinkedHashSet<>(
                jdbc.sql(
                                """
                                select id from customers.profiles
                                where id in (select root from customers.profiles
                                             where id = any (:ids::uuid[]))
                                order by id
                                for no key update
                                """)
                        .param("ids", SqlArrays.profiles(profiles))
                        .query(UUID.class)
                        .list());
    }

    private List<Group> readGroups(Set<UUID> roots) {
        return jdbc.sql(
                        """
                        select r.id,
                               r.customer_since is not null as known,
                               count(i.id) as identities,
                               array_remove(array_agg(distinct i.type), null) as types
                        from customers.profiles r
                        join lateral (
                            select r.id as id
                            union all
                            select m.id from customers.profiles m
                            where m.root = r.id and m.parent is not null
                        ) p on true
                        left join customers.identities i on i.profile = p.id
                        where r.id = any (:roots::uuid[])
                        group by r.id
                        """)
                .param("roots", SqlArrays.uuids(roots))
                .query((row, number) ->
                        new Group(
                                new ProfileId(row.getObject("id", UUID.class)),
                                row.getBoolean("known"),
                                row.getInt("identities"),
                                exclusive((String[]) row.getArray("types").getArray())))
                .list();
    }

    private static Set<IdentityType> exclusive(String[] types) {
        var exclusive = EnumSet.noneOf(IdentityType.class);
        for (var name : types) {
            var type = IdentityType.valueOf(name);
            if (type.exclusive()) {
                exclusive.add(type);
            }
        }
        return exclusive;
    }

    /** The field under which an identity's value is sealed. */
    static String field(UUID identity) {
        return "identity:" + identity;
    }

    static Privacy.ClearValue clear(ResolvePlan.Addition addition) {
        return new Privacy.ClearValue(
                addition.profile(), field(addition.id()), addition.identity().value());
    }
}
