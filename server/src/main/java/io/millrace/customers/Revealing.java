package io.millrace.customers;

import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Uncovers single values; the audit trail has who asked, for what and why, before the answer. */
final class Revealing {
    private static final String IDENTITY = "identity:";
    private static final String ATTRIBUTE = "attribute:";
    private static final String CONTACT = "contact:";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Families families;
    private final Privacy privacy;

    Revealing(
            JdbcClient jdbc, TransactionTemplate transactions, Families families, Privacy privacy) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.families = families;
        this.privacy = privacy;
    }

    private record Found(
            String field, ProfileId profile, String binding, boolean sealed, String value) {}

    Optional<Map<String, String>> reveal(
            ProfileId customer, List<String> fields, String reason, String by) {
        var root = families.rootOf(customer).orElse(null);
        if (root == null) {
            return Optional.empty();
        }
        var profiles = SqlArrays.profiles(families.members(root));
        var found = new ArrayList<Found>();
        found.addAll(identities(profiles, named(fields, IDENTITY)));
        found.addAll(attributes(profiles, named(fields, ATTRIBUTE)));
        found.addAll(contacts(profiles, named(fields, CONTACT)));
        var values = new LinkedHashMap<String, String>();
        for (var one : found) {
            if (!one.sealed()) {
                values.put(one.field(), one.value());
                continue;
            }
            var sealed = new SealedValue(one.profile(), one.binding(), one.value());
            privacy.open(sealed.profile(), sealed.field(), sealed.sealed())
                    .ifPresent(clear -> values.put(one.field(), clear));
        }
        transactions.executeWithoutResult(status ->
                privacy.audit(
                        by,
                        "customer.reveal",
                        root.toString(),
                        Map.of("fields", String.join(", ", values.keySet()), "reason", reason)));
        return Optional.of(values);
    }

    private static String[] named(List<String> fields, String kind) {
        return fields.stream()
                .filter(field -> field.startsWith(kind))
                .map(field -> field.substring(kind.length()))
                .toArray(String[]::new);
    }

    private List<Found> identities(String[] profiles, String[] ids) {
        return jdbc.sql(
                        """
                        select id, profile, sealed from customers.identities
                        where profile = any (:profiles::uuid[]) and id::text = any (:ids)
                        """)
                .param("profiles", profiles)
                .param("ids", ids)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Found(
                            IDENTITY + id,
                            new ProfileId(row.getObject("profile", UUID.class)),
                            IdentityRows.field(id),
                            true,
                            row.getString("sealed"));
                })
                .list();
    }

    private List<Found> attributes(String[] profiles, String[] names) {
        return jdbc.sql(
                        """
                        select distinct on (a.id) a.id, a.name, v.profile, v.sealed, v.value
                        from customers.attribute_values v
                        join customers.attributes a on a.id = v.attribute
                        where v.profile = any (:profiles::uuid[]) and a.name = any (:names)
                          and v.value is not null
                        order by a.id, v.observed_at desc, v.profile
                        """)
                .param("profiles", profiles)
                .param("names", names)
                .query((row, number) ->
                        new Found(
                                ATTRIBUTE + row.getString("name"),
                                new ProfileId(row.getObject("profile", UUID.class)),
                                AttributeRows.field(row.getInt("id")),
                                row.getBoolean("sealed"),
                                row.getString("value")))
                .list();
    }

    private List<Found> contacts(String[] profiles, String[] ids) {
        return jdbc.sql(
                        """
                        select id, profile, name from customers.contacts
                        where profile = any (:profiles::uuid[]) and id::text = any (:ids)
                        """)
                .param("profiles", profiles)
                .param("ids", ids)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Found(
                            CONTACT + id,
                            new ProfileId(row.getObject("profile", UUID.class)),
                            Contacts.nameField(id),
                            true,
                            row.getString("name"));
                })
                .list();
    }
}
