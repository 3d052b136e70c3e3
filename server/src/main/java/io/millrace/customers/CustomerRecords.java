package io.millrace.customers;

import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this module holds of persons. An erasure takes the identities first and leaves their keyed
 * indexes as tombstones, so that nothing new arrives for the person; the profiles stay as somebody
 * without name, because the figures count them.
 */
final class CustomerRecords implements PersonalData {
    private final JdbcClient jdbc;
    private final IdentityRows identities;
    private final IdentityReader reader;
    private final Settled settled;
    private final Privacy privacy;
    private final Clock clock;

    CustomerRecords(
            JdbcClient jdbc,
            IdentityRows identities,
            IdentityReader reader,
            Settled settled,
            Privacy privacy,
            Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.reader = reader;
        this.settled = settled;
        this.privacy = privacy;
        this.clock = clock;
    }

    @Override
    public String store() {
        return "customers";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        var ids = SqlArrays.profiles(profiles);
        return List.of(
                new Section("identities", identities(ids)),
                new Section("attributes", attributes(ids)),
                new Section(
                        "tags",
                        plain(
                                ids,
                                """
                                select category, value, schedule_text, source, set_by, set_at::text
                                from customers.tags where profile = any (:profiles::uuid[])
                                order by set_at
                                """,
                                "category",
                                "value",
                                "schedule_text",
                                "source",
                                "set_by",
                                "set_at")),
                new Section("contacts", contacts(ids)),
                new Section(
                        "merges",
                        plain(
                                ids,
                                """
                                select member::text, parent::text, at::text, by, reason
                                from customers.merges
                                where member = any (:profiles::uuid[])
                                   or parent = any (:profiles::uuid[])
                                order by at
                                """,
                                "member",
                                "parent",
                                "at",
                                "by",
                                "reason")));
    }

    private List<List<Field>> identities(String[] ids) {
        return jdbc.sql(
                        """
                        select id, type, profile, sealed, source, seen_at::text
                        from customers.identities where profile = any (:profiles::uuid[])
                        order by seen_at, id
                        """)
                .param("profiles", ids)
                .query((row, number) ->
                        List.of(
                                new Field("type", row.getString("type")),
                                new Field(
                                        "value",
                                        opened(
                                                row.getObject("profile", UUID.class),
                                                IdentityRows.field(row.getObject("id", UUID.class)),
                                                row.getString("sealed"))),
                                new Field("source", row.getString("source")),
                                new Field("seenAt", row.getString("seen_at"))))
                .list();
    }

    private List<List<Field>> attributes(String[] ids) {
        return jdbc.sql(
                        """
                        select a.id, a.name, v.profile, v.sealed, v.value, v.source,
                               v.observed_at::text
                        from customers.attribute_values v
                        join customers.attributes a on a.id = v.attribute
                        where v.profile = any (:profiles::uuid[]) and v.value is not null
                        order by a.id, v.observed_at
                        """)
                .param("profiles", ids)
                .query((row, number) -> {
                    var value = row.getString("value");
                    var field = AttributeRows.field(row.getInt("id"));
                    var profile = row.getObject("profile", UUID.class);
                    return List.of(
                            new Field("name", row.getString("name")),
                            new Field(
                                    "value",
                                    row.getBoolean("sealed")
                                            ? opened(profile, field, value)
                                            : value),
                            new Field("source", row.getString("source")),
                            new Field("observedAt", row.getString("observed_at")));
                })
                .list();
    }

    private List<List<Field>> contacts(String[] ids) {
        return jdbc.sql(
                        """
                        select id, profile, name, relation, buying_role, note
                        from customers.contacts where profile = any (:profiles::uuid[])
                        order by set_at, id
                        """)
                .param("profiles", ids)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var profile = row.getObject("profile", UUID.class);
                    return List.of(
                            new Field(
                                    "name",
                                    opened(profile, Contacts.nameField(id), row.getString("name"))),
                            new Field("relation", row.getString("relation")),
                            new Field("buyingRole", text(row.getString("buying_role"))),
                            new Field(
                                    "note",
                                    opened(
                                            profile,
                                            Contacts.noteField(id),
                                            row.getString("note"))));
                })
                .list();
    }

    private List<List<Field>> plain(String[] ids, String sql, String... columns) {
        return jdbc.sql(sql)
                .param("profiles", ids)
                .query((row, number) -> {
                    List<Field> fields = new ArrayList<>();
                    for (var column : columns) {
                        fields.add(new Field(column, text(row.getString(column))));
                    }
                    return fields;
                })
                .list();
    }

    private String opened(UUID profile, String field, @Nullable String sealed) {
        if (sealed == null) {
            return "";
        }
        var value = new SealedValue(new ProfileId(profile), field, sealed);
        return privacy.open(value.profile(), value.field(), value.sealed()).orElse("");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        identities.lockAll();
        var ids = SqlArrays.profiles(profiles);
        var at = SqlArrays.at(clock.instant());
        forget("update customers.tombstones set profile = null where profile", ids);
        jdbc.sql(
                        """
                        insert into customers.tombstones (index, profile, at)
                        select index, profile, :at from customers.identities
                        where profile = any (:profiles::uuid[])
                        on conflict (index) do nothing
                        """)
                .param("profiles", ids)
                .param("at", at)
                .update();
        jdbc.sql(
                        """
                        delete from customers.evidence
                        where identity in (select id from customers.identities
                                           where profile = any (:profiles::uuid[]))
                        """)
                .param("profiles", ids)
                .update();
        forget("delete from customers.candidates where one", ids);
        forget("delete from customers.candidates where other", ids);
        forget("delete from customers.sightings where profile", ids);
        var erased = forget("delete from customers.identities where profile", ids);
        erased += forget("delete from customers.attribute_values where profile", ids);
        forget("delete from customers.names where profile", ids);
        erased += forget("delete from customers.tags where profile", ids);
        forget("delete from customers.tag_givings where profile", ids);
        erased += forget("delete from customers.contacts where profile", ids);
        forget("update customers.contacts set customer = null where customer", ids);
        forget("update customers.merges set reason = '' where member", ids);
        jdbc.sql(
                        """
                        update customers.profiles set erased_at = :at
                        where id = any (:profiles::uuid[]) and erased_at is null
                        """)
                .param("profiles", ids)
                .param("at", at)
                .update();
        reader.forgetAll();
        settled.withdrawWithTransaction();
        return erased;
    }

    private long forget(String statement, String[] ids) {
        return jdbc.sql(statement + " = any (:profiles::uuid[])").param("profiles", ids).update();
    }
}
