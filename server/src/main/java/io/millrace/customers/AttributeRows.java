package io.millrace.customers;

import io.millrace.customers.Describing.Kept;
import io.millrace.customers.Describing.Slot;
import io.millrace.customers.Describing.Told;
import io.millrace.privacy.Privacy;
import io.millrace.shared.ProfileId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customers' current values as rows. */
final class AttributeRows {
    private final JdbcClient jdbc;
    private final Privacy privacy;

    AttributeRows(JdbcClient jdbc, Privacy privacy) {
        this.jdbc = jdbc;
        this.privacy = privacy;
    }

    /** The field under which an attribute's value is sealed. */
    static String field(int attribute) {
        return "attribute:" + attribute;
    }

    Map<Slot, Kept> kept(Set<ProfileId> profiles) {
        Map<Slot, Kept> kept = new HashMap<>();
        jdbc.sql(
                        """
                        select profile, attribute, digest, observed_at
                        from customers.attribute_values
                        where profile = any (:profiles::uuid[])
                        """)
                .param("profiles", SqlArrays.profiles(profiles))
                .query(row -> {
                    var profile = new ProfileId(row.getObject("profile", UUID.class));
                    kept.put(
                            new Slot(profile, row.getInt("attribute")),
                            new Kept(
                                    row.getLong("digest"),
                                    row.getObject("observed_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return kept;
    }

    void store(List<Told> changed) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into customers.attribute_values as kept
                            (profile, attribute, value, sealed, digest, observed_at, source)
                        select * from unnest(
                            :profiles::uuid[], :attributes::int[], :values::text[],
                            :sealed::boolean[], :digests::bigint[], :observed::timestamptz[],
                            :sources::text[])
                        on conflict (profile, attribute) do update
                        set value = excluded.value, sealed = excluded.sealed,
                            digest = excluded.digest, observed_at = excluded.observed_at,
                            source = excluded.source
                        where kept.observed_at <= excluded.observed_at
                        """)
                .param("profiles", SqlArrays.texts(changed, told -> told.slot().profile().value()))
                .param("attributes", SqlArrays.texts(changed, told -> told.slot().attribute()))
                .param("values", values(changed))
                .param("sealed", SqlArrays.texts(changed, AttributeRows::secret))
                .param("digests", SqlArrays.texts(changed, Told::digest))
                .param("observed", SqlArrays.texts(changed, Told::observedAt))
                .param("sources", SqlArrays.texts(changed, Told::source))
                .update();
        storeNames(changed.stream().filter(told -> told.attribute().named()).toList());
    }

    void confirm(List<Told> confirmed) {
        if (confirmed.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update customers.attribute_values kept
                        set observed_at = told.observed_at
                        from unnest(:profiles::uuid[], :attributes::int[],
                                    :observed::timestamptz[])
                             as told (profile, attribute, observed_at)
                        where kept.profile = told.profile and kept.attribute = told.attribute
                          and kept.observed_at < told.observed_at
                        """)
                .param(
                        "profiles",
                        SqlArrays.texts(confirmed, told -> told.slot().profile().value()))
                .param("attributes", SqlArrays.texts(confirmed, told -> told.slot().attribute()))
                .param("observed", SqlArrays.texts(confirmed, Told::observedAt))
                .update();
    }

    private @Nullable String[] values(List<Told> changed) {
        var secrets = new ArrayList<Privacy.ClearValue>();
        for (var told : changed) {
            if (secret(told) && told.clear() != null) {
                var slot = told.slot();
                secrets.add(
                        new Privacy.ClearValue(
                                slot.profile(), field(slot.attribute()), told.clear()));
            }
        }
        var sealed = privacy.sealAll(secrets).iterator();
        return SqlArrays.texts(
                changed,
                told -> secret(told) && told.clear() != null ? sealed.next() : told.clear());
    }

    private static boolean secret(Told told) {
        return told.attribute().level().encrypted();
    }

    private void storeNames(List<Told> names) {
        if (names.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into customers.names (profile, attribute, tokens)
                        select profile, attribute, tokens::bigint[]
                        from unnest(:profiles::uuid[], :attributes::int[], :tokens::text[])
                             as told (profile, attribute, tokens)
                        on conflict (profile, attribute) do update set tokens = excluded.tokens
                        """)
                .param("profiles", SqlArrays.texts(names, told -> told.slot().profile().value()))
                .param("attributes", SqlArrays.texts(names, told -> told.slot().attribute()))
                .param("tokens", SqlArrays.texts(names, told -> tokens(told.clear())))
                .update();
    }

    private String tokens(@Nullable String name) {
        if (name == null) {
            return "{}";
        }
        return NameTokens.of(name).stream()
                .map(token -> Long.toString(token(privacy, token)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static long token(Privacy privacy, String token) {
        return privacy.blindIndex("NAME", token).getMostSignificantBits();
    }
}
