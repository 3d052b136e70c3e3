package io.millrace.customers;

import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.privacy.Privacy;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds customers by what was typed: an id, an identity of any kind, a phone in any format or its
 * last four digits, a name, or whatever another module searches by. Looks only at keyed indexes.
 */
final class Searching {
    private static final Pattern LAST_DIGITS = Pattern.compile("\\d{4}");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private static final RowMapper<UUID> PROFILE =
            (row, number) -> row.getObject("profile", UUID.class);

    private final JdbcClient jdbc;
    private final Privacy privacy;
    private final IdentityReader reader;
    private final Supplier<Stream<CustomerSearch>> others;

    Searching(
            JdbcClient jdbc,
            Privacy privacy,
            IdentityReader reader,
            Supplier<Stream<CustomerSearch>> others) {
        this.jdbc = jdbc;
        this.privacy = privacy;
        this.reader = reader;
        this.others = others;
    }

    /** The roots of all customers that match. */
    Set<ProfileId> roots(String text) {
        var sought = text.strip();
        var profiles = new HashSet<UUID>();
        profiles.addAll(byIndex(indexes(sought)));
        if (LAST_DIGITS.matcher(sought).matches()) {
            profiles.addAll(byTail(privacy.blindIndex("PHONE-TAIL", sought)));
        }
        profiles.addAll(byName(sought));
        others.get()
                .flatMap(other -> other.find(sought).stream())
                .forEach(found -> profiles.add(found.value()));
        ownId(sought, profiles);
        return rootsOf(profiles);
    }

    private List<UUID> indexes(String sought) {
        var indexes = new ArrayList<UUID>();
        for (var type : IdentityType.values()) {
            if (reader.read(new Identity(type, sought)) instanceof Normalised normalised) {
                indexes.add(normalised.index());
            }
        }
        // A Chinese mobile number is known by its looks, whatever the workspace's own region is.
        var digits = sought.replaceAll("[\\s()-]", "");
        if (CHINESE_MOBILE.matcher(digits).matches()
                && reader.read(new Identity(IdentityType.PHONE, "+86" + digits))
                        instanceof Normalised normalised) {
            indexes.add(normalised.index());
        }
        return indexes;
    }

    private static void ownId(String sought, Set<UUID> profiles) {
        if (sought.startsWith("cus_") || sought.length() == 36) {
            try {
                profiles.add(ProfileId.parse(sought).value());
            } catch (IllegalArgumentException e) {
                // Not an id: then it was something else that was sought.
            }
        }
    }

    private List<UUID> byIndex(List<UUID> indexes) {
        return jdbc.sql(
                        """
                        select profile from customers.identities
                        where index = any (:indexes::uuid[])
                        union
                        select profile from customers.sightings
                        where index = any (:indexes::uuid[])
                        """)
                .param("indexes", SqlArrays.uuids(indexes))
                .query(PROFILE)
                .list();
    }

    private List<UUID> byTail(UUID tail) {
        return jdbc.sql("select profile from customers.identities where tail = :tail")
                .param("tail", tail)
                .query(PROFILE)
                .list();
    }

    private List<UUID> byName(String sought) {
        var tokens = NameTokens.sought(sought);
        if (tokens.isEmpty()) {
            return List.of();
        }
        var keyed =
                tokens.stream()
                        .map(token -> Long.toString(AttributeRows.token(privacy, token)))
                        .collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql(
                        """
                        select profile from customers.names
                        where tokens @> :tokens::bigint[]
                        """)
                .param("tokens", keyed)
                .query(PROFILE)
                .list();
    }

    private Set<ProfileId> rootsOf(Set<UUID> profiles) {
        if (profiles.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql(
                        "select distinct root from customers.profiles where id = any (:ids::uuid[])")
                .param("ids", SqlArrays.uuids(profiles))
                .query((row, number) -> new ProfileId(row.getObject("root", UUID.class)))
                .set();
    }
}
