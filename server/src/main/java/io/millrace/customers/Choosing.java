package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.customers.Sifting.Sifted;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.DataLevel;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole lists: the same sifting as for a page of them. */
final class Choosing implements CustomerLists {
    private final JdbcClient jdbc;
    private final Privacy privacy;
    private final Sifting sifting;
    private final Eligible eligible;
    private final RowReading rows;

    Choosing(
            JdbcClient jdbc, Privacy privacy, Sifting sifting, Eligible eligible, RowReading rows) {
        this.jdbc = jdbc;
        this.privacy = privacy;
        this.sifting = sifting;
        this.eligible = eligible;
        this.rows = rows;
    }

    @Override
    public Chosen choose(Query query) {
        return switch (sifting.sift(query)) {
            case Sifted.Unknown(var error) -> new Chosen.Invalid(List.of(error));
            case Sifted.Only(var roots) ->
                    new Chosen.Found(all(new Sought(query.visitors(), null, roots)));
            case Sifted.All _ ->
                    new Chosen.Found(all(new Sought(query.visitors(), query.asOf(), null)));
        };
    }

    private SortedProfiles all(Sought sought) {
        var halves = new Halves();
        var only = sought.only();
        if (only != null && sought.few()) {
            new TreeSet<>(eligible.among(only, sought)).forEach(halves::add);
        } else {
            eligible.each(sought, halves::add);
        }
        return SortedProfiles.of(
                halves.size, row -> row, row -> halves.of[2 * row], row -> halves.of[2 * row + 1]);
    }

    /** Ids as they come: a million of them are sixteen megabytes. */
    private static final class Halves {
        private long[] of = new long[64];
        private int size;

        void add(ProfileId profile) {
            if (2 * size == of.length) {
                of = Arrays.copyOf(of, of.length * 2);
            }
            of[2 * size] = profile.value().getMostSignificantBits();
            of[2 * size + 1] = profile.value().getLeastSignificantBits();
            size++;
        }
    }

    @Override
    public List<Row> rows(
            List<ProfileId> customers, @Nullable Instant asOf, Set<String> facets, Caller caller) {
        return rows.rows(customers, asOf, facets::contains, caller);
    }

    private record Value(
            ProfileId root,
            ProfileId profile,
            int id,
            String name,
            DataLevel level,
            boolean sealed,
            String value) {
        SealedValue under() {
            return new SealedValue(profile, AttributeRows.field(id), value);
        }
    }

    @Override
    public Map<ProfileId, Map<String, String>> values(
            List<ProfileId> customers, Set<String> attributes, Caller caller) {
        if (attributes.isEmpty() || customers.isEmpty()) {
            return Map.of();
        }
        List<Value> found = stored(customers, attributes);
        List<SealedValue> sealed = new ArrayList<>();
        found.stream().filter(Value::sealed).forEach(value -> sealed.add(value.under()));
        var clear = privacy.openAll(sealed);
        Map<ProfileId, Map<String, String>> values = new HashMap<>();
        for (var value : found) {
            var text = value.sealed() ? clear.get(value.under()) : value.value();
            if (text != null) {
                values.computeIfAbsent(value.root(), _ -> new HashMap<>())
                        .put(
                                value.name(),
                                caller.sees(value.level())
                                        ? text
                                        : Names.maskedAttribute(value.name(), text));
            }
        }
        return values;
    }

    private List<Value> stored(List<ProfileId> customers, Set<String> attributes) {
        return jdbc.sql(
                        """
                        select distinct on (f.root, a.id)
                               f.root, v.profile, a.id, a.name, a.level, v.sealed, v.value
                        from (%s) f
                        join customers.attribute_values v on v.profile = f.id
                        join customers.attributes a on a.id = v.attribute
                        where a.name = any (:names::text[]) and v.value is not null
                        order by f.root, a.id, v.observed_at desc, v.profile
                        """
                                .formatted(RowReading.FAMILY))
                .param("ids", SqlArrays.profiles(customers))
                .param("names", attributes.toArray(String[]::new))
                .query((row, number) ->
                        new Value(
                                new ProfileId(row.getObject("root", UUID.class)),
                                new ProfileId(row.getObject("profile", UUID.class)),
                                row.getInt("id"),
                                row.getString("name"),
                                DataLevel.valueOf(row.getString("level")),
                                row.getBoolean("sealed"),
                                row.getString("value")))
                .list();
    }
}
