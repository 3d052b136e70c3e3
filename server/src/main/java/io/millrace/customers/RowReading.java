package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.Called;
import io.millrace.customers.CustomerFiles.Known;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.customers.CustomerFiles.TagName;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.privacy.Masking;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.DataLevel;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one page: a handful of queries, however many rows. */
final class RowReading {
    private static final int MOST_IDENTITIES = 6;

    private final JdbcClient jdbc;
    private final Privacy privacy;
    private final Supplier<Stream<Facets>> facets;

    RowReading(JdbcClient jdbc, Privacy privacy, Supplier<Stream<Facets>> facets) {
        this.jdbc = jdbc;
        this.privacy = privacy;
        this.facets = facets;
    }

    private record Base(ProfileId id, Instant first, Instant last, boolean erased, boolean known) {}

    private record Value(ProfileId root, ProfileId profile, String name, String sealed, int id) {}

    private record Identified(
            ProfileId root, UUID id, ProfileId profile, IdentityType type, String sealed) {
        SealedValue value() {
            return new SealedValue(profile, IdentityRows.field(id), sealed);
        }
    }

    List<Row> rows(List<ProfileId> roots, @Nullable Instant asOf, Caller caller) {
        return rows(roots, asOf, _ -> true, caller);
    }

    /**
     * @param wanted the names of the facets to show
     */
    List<Row> rows(
            List<ProfileId> roots,
            @Nullable Instant asOf,
            Predicate<String> wanted,
            Caller caller) {
        if (roots.isEmpty()) {
            return List.of();
        }
        var ids = SqlArrays.profiles(roots);
        var bases = bases(ids);
        var names = names(ids, caller);
        var identities = identities(ids, caller);
        var tags = tags(ids);
        var shown = facets(new LinkedHashSet<>(roots), asOf, wanted);
        var rows = new ArrayList<Row>(roots.size());
        for (var root : roots) {
            var base = bases.get(root);
            if (base != null) {
                rows.add(
                        new Row(
                                root,
                                names.get(root),
                                !caller.sees(DataLevel.CONFIDENTIAL),
                                base.erased(),
                                !base.known(),
                                identities.getOrDefault(root, List.of()),
                                base.first(),
                                base.last(),
                                tags.getOrDefault(root, List.of()),
                                shown.getOrDefault(root, Map.of())));
            }
        }
        return rows;
    }

    /** The names of roots, without what rows need besides. */
    Map<ProfileId, Called> called(Set<ProfileId> roots, Caller caller) {
        if (roots.isEmpty()) {
            return Map.of();
        }
        var ids = SqlArrays.profiles(roots);
        var names = names(ids, caller);
        var identities = identities(ids, caller);
        Map<ProfileId, Called> called = HashMap.newHashMap(roots.size());
        bases(ids)
                .forEach((root, base) -> {
                    called.put(
                            root,
                            new Called(
                                    root,
                                    names.get(root),
                                    identities.getOrDefault(root, List.of()),
                                    base.erased()));
                });
        return called;
    }

    private Map<ProfileId, Map<String, Facets.Facet>> facets(
            Set<ProfileId> roots, @Nullable Instant asOf, Predicate<String> wanted) {
        Map<ProfileId, Map<String, Facets.Facet>> shown = new HashMap<>();
        facets.get()
                .filter(facet -> wanted.test(facet.name()))
                .forEach(facet ->
                        facet.of(roots, asOf)
                                .forEach((root, of) ->
                                        shown.computeIfAbsent(root, _ -> new LinkedHashMap<>())
                                                .put(facet.name(), of)));
        return shown;
    }

    private Map<ProfileId, Base> bases(String[] ids) {
        Map<ProfileId, Base> bases = new HashMap<>();
        jdbc.sql(
                        """
                        select id, heard_at, active_at, erased_at is not null as erased,
                               customer_since is not null as known
                        from customers.profiles where id = any (:ids::uuid[])
                        """)
                .param("ids", ids)
                .query(row -> {
                    var id = new ProfileId(row.getObject("id", UUID.class));
                    bases.put(
                            id,
                            new Base(
                                    id,
                                    row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                                    row.getObject("active_at", OffsetDateTime.class).toInstant(),
                                    row.getBoolean("erased"),
                                    row.getBoolean("known")));
                });
        return bases;
    }

    private Map<ProfileId, String> names(String[] ids, Caller caller) {
        var values =
                jdbc.sql(
                                """
                                select distinct on (f.root, a.id)
                                       f.root, v.profile, a.name, v.value, a.id
                                from (%s) f
                                join customers.attribute_values v on v.profile = f.id
                                join customers.attributes a on a.id = v.attribute
                                where a.name in ('name', 'firstName', 'lastName', 'nickname')
                                  and v.sealed and v.value is not null
                                order by f.root, a.id, v.observed_at desc, v.profile
                                """
                                        .formatted(FAMILY))
                        .param("ids", ids)
                        .query((row, number) ->
                                new Value(
                                        new ProfileId(row.getObject("root", UUID.class)),
                                        new ProfileId(row.getObject("profile", UUID.class)),
                                        row.getString("name"),
                                        row.getString("value"),
                                        row.getInt("id")))
                        .list();
        var sealed = new LinkedHashMap<Value, SealedValue>();
        values.forEach(value ->
                sealed.put(
                        value,
                        new SealedValue(
                                value.profile(), AttributeRows.field(value.id()), value.sealed())));
        var clear = privacy.openAll(sealed.values());
        Map<ProfileId, Map<String, String>> byRoot = new HashMap<>();
        sealed.forEach((value, under) -> {
            var text = clear.get(under);
            if (text != null) {
                byRoot.computeIfAbsent(value.root(), _ -> new HashMap<>()).put(value.name(), text);
            }
        });
        Map<ProfileId, String> names = new HashMap<>();
        byRoot.forEach((root, of) -> {
            var name = Names.of(of);
            if (name != null) {
                var shown = caller.sees(DataLevel.CONFIDENTIAL);
                names.put(root, shown ? name : Masking.name(name));
            }
        });
        return names;
    }

    /** The members of the customers whose roots are in {@code :ids}, roots included. */
    static final String FAMILY =
            """
            select id, id as root from customers.profiles where id = any (:ids::uuid[])
            union all
            select id, root from customers.profiles
            where root = any (:ids::uuid[]) and parent is not null
            """;

    private Map<ProfileId, List<Known>> identities(String[] ids, Caller caller) {
        var found =
                jdbc
                        .sql(
                                """
                                select f.root, i.id, i.profile, i.type, i.sealed
                                from (%s) f join customers.identities i on i.profile = f.id
                                order by i.seen_at, i.id
                                """
                                        .formatted(FAMILY))
                        .param("ids", ids)
                        .query((row, number) ->
                                new Identified(
                                        new ProfileId(row.getObject("root", UUID.class)),
                                        row.getObject("id", UUID.class),
                                        new ProfileId(row.getObject("profile", UUID.class)),
                                        IdentityType.valueOf(row.getString("type")),
                                        row.getString("sealed")))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(Identified::type))
                        .toList();
        Map<ProfileId, List<Identified>> few = new HashMap<>();
        for (var one : found) {
            var of = few.computeIfAbsent(one.root(), _ -> new ArrayList<>());
            if (of.size() < MOST_IDENTITIES) {
                of.add(one);
            }
        }
        var clear =
                privacy.openAll(
                        few.values().stream()
                                .flatMap(List::stream)
                                .map(Identified::value)
                                .toList());
        Map<ProfileId, List<Known>> known = new HashMap<>();
        few.forEach((root, of) -> {
            var shown = new ArrayList<Known>();
            for (var one : of) {
                var text = clear.get(one.value());
                if (text != null) {
                    shown.add(
                            new Known(
                                    Names.type(one.type()), Names.shown(one.type(), text, caller)));
                }
            }
            known.put(root, shown);
        });
        return known;
    }

    private Map<ProfileId, List<TagName>> tags(String[] ids) {
        Map<ProfileId, List<TagName>> tags = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct f.root, t.category, t.value
                        from (%s) f join customers.tags t on t.profile = f.id
                        order by f.root, t.category, t.value
                        """
                                .formatted(FAMILY))
                .param("ids", ids)
                .query(row -> {
                    tags.computeIfAbsent(
                                    new ProfileId(row.getObject("root", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(new TagName(row.getString("category"), row.getString("value")));
                });
        return tags;
    }
}
