package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.AttributeValue;
import io.millrace.customers.CustomerFiles.ContactView;
import io.millrace.customers.CustomerFiles.EvidenceView;
import io.millrace.customers.CustomerFiles.IdentityView;
import io.millrace.customers.CustomerFiles.ProfileView;
import io.millrace.customers.CustomerFiles.Schedule;
import io.millrace.customers.CustomerFiles.TagView;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.privacy.Masking;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.DataLevel;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of one customer's file, over all profiles. */
final class FileReading {
    private final JdbcClient jdbc;
    private final Privacy privacy;

    FileReading(JdbcClient jdbc, Privacy privacy) {
        this.jdbc = jdbc;
        this.privacy = privacy;
    }

    private record ValueRow(
            ProfileId profile,
            int id,
            String name,
            Label label,
            String type,
            DataLevel level,
            boolean sealed,
            String value,
            String source,
            Instant observedAt) {
        SealedValue under() {
            return new SealedValue(profile, AttributeRows.field(id), value);
        }
    }

    /** The latest value of each attribute over the profiles, as of an instant if one is given. */
    List<AttributeValue> attributes(String[] profiles, Caller caller) {
        var values =
                jdbc.sql(
                                """
                                select distinct on (a.id) v.*, a.id, a.name, a.label_en, a.label_zh,
                                       a.type, a.level
                                from customers.attribute_values v
                                join customers.attributes a on a.id = v.attribute
                                where v.profile = any (:profiles::uuid[]) and v.value is not null
                                order by a.id, v.observed_at desc, v.profile
                                """)
                        .param("profiles", profiles)
                        .query(FileReading::value)
                        .list();
        var clear =
                privacy.openAll(
                        values.stream().filter(ValueRow::sealed).map(ValueRow::under).toList());
        var shown = new ArrayList<AttributeValue>();
        for (var value : values) {
            var text = value.sealed() ? clear.get(value.under()) : value.value();
            if (text != null) {
                shown.add(shown(value, text, caller));
            }
        }
        return shown;
    }

    private static AttributeValue shown(ValueRow value, String text, Caller caller) {
        var sees = caller.sees(value.level());
        return new AttributeValue(
                value.name(),
                value.label(),
                sees ? text : Names.maskedAttribute(value.name(), text),
                !sees,
                value.type(),
                Names.level(value.level()),
                value.source(),
                value.observedAt());
    }

    private static ValueRow value(ResultSet row, int number) throws SQLException {
        return new ValueRow(
                new ProfileId(row.getObject("profile", UUID.class)),
                row.getInt("id"),
                row.getString("name"),
                new Label(row.getString("label_en"), row.getString("label_zh")),
                row.getString("type"),
                DataLevel.valueOf(row.getString("level")),
                row.getBoolean("sealed"),
                row.getString("value"),
                row.getString("source"),
                row.getObject("observed_at", OffsetDateTime.class).toInstant());
    }

    private record IdentityRow(
            UUID id,
            IdentityType type,
            ProfileId profile,
            String sealed,
            boolean shared,
            boolean verified,
            String source,
            Instant seenAt) {
        SealedValue under() {
            return new SealedValue(profile, IdentityRows.field(id), sealed);
        }
    }

    List<IdentityView> identities(String[] profiles, Caller caller) {
        var rows =
                jdbc
                        .sql(
                                """
                                select id, type, profile, sealed, shared, verified, source, seen_at
                                from customers.identities
                                where profile = any (:profiles::uuid[])
                                order by seen_at, id
                                """)
                        .param("profiles", profiles)
                        .query(FileReading::identity)
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(IdentityRow::type))
                        .toList();
        var clear = privacy.openAll(rows.stream().map(IdentityRow::under).toList());
        var evidence = evidence(rows.stream().map(IdentityRow::id).toList());
        var shown = new ArrayList<IdentityView>();
        for (var row : rows) {
            var text = clear.get(row.under());
            if (text != null) {
                shown.add(shown(row, text, evidence.getOrDefault(row.id(), List.of()), caller));
            }
        }
        return shown;
    }

    private static IdentityView shown(
            IdentityRow row, String text, List<EvidenceView> more, Caller caller) {
        var evidence = new ArrayList<EvidenceView>();
        evidence.add(new EvidenceView(row.source(), row.seenAt(), new Label("first seen", "首次出现")));
        evidence.addAll(more);
        return new IdentityView(
                row.id(),
                Names.type(row.type()),
                Names.shown(row.type(), text, caller),
                caller.sees(Names.level(row.type(), text)),
                row.verified(),
                row.shared(),
                evidence,
                row.profile());
    }

    private static IdentityRow identity(ResultSet row, int number) throws SQLException {
        return new IdentityRow(
                row.getObject("id", UUID.class),
                IdentityType.valueOf(row.getString("type")),
                new ProfileId(row.getObject("profile", UUID.class)),
                row.getString("sealed"),
                row.getBoolean("shared"),
                row.getBoolean("verified"),
                row.getString("source"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private Map<UUID, List<EvidenceView>> evidence(List<UUID> identities) {
        Map<UUID, List<EvidenceView>> evidence = new HashMap<>();
        jdbc.sql(
                        """
                        select identity, source, at from customers.evidence
                        where identity = any (:ids::uuid[]) order by at
                        """)
                .param("ids", SqlArrays.uuids(identities))
                .query(row -> {
                    evidence.computeIfAbsent(
                                    row.getObject("identity", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new EvidenceView(
                                            row.getString("source"),
                                            row.getObject("at", OffsetDateTime.class).toInstant(),
                                            new Label("confirmed", "再次确认")));
                });
        return evidence;
    }

    List<TagView> tags(String[] profiles) {
        return jdbc.sql(
                        """
                        select * from customers.tags where profile = any (:profiles::uuid[])
                        order by category, value, set_at
                        """)
                .param("profiles", profiles)
                .query(FileReading::tag)
                .list();
    }

    static TagView tag(ResultSet row, int number) throws SQLException {
        var days = row.getArray("schedule_days");
        var text = row.getString("schedule_text");
        Schedule schedule = null;
        if (days != null || text != null) {
            List<String> named =
                    days == null ? List.of() : Arrays.asList((String[]) days.getArray());
            schedule = new Schedule(named, text);
        }
        return new TagView(
                row.getObject("id", UUID.class),
                row.getString("category"),
                row.getString("value"),
                schedule,
                row.getString("source"),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private record ContactRow(
            UUID id,
            ProfileId profile,
            String name,
            String relation,
            @Nullable String role,
            @Nullable UUID customer,
            @Nullable String note) {}

    List<ContactView> contacts(String[] profiles, Caller caller) {
        var rows =
                jdbc.sql(
                                """
                                select * from customers.contacts
                                where profile = any (:profiles::uuid[]) order by set_at, id
                                """)
                        .param("profiles", profiles)
                        .query((row, number) ->
                                new ContactRow(
                                        row.getObject("id", UUID.class),
                                        new ProfileId(row.getObject("profile", UUID.class)),
                                        row.getString("name"),
                                        row.getString("relation"),
                                        row.getString("buying_role"),
                                        row.getObject("customer", UUID.class),
                                        row.getString("note")))
                        .list();
        return rows.stream().map(row -> contact(row, caller)).toList();
    }

    private ContactView contact(ContactRow row, Caller caller) {
        var sees = caller.sees(DataLevel.CONFIDENTIAL);
        var name = privacy.open(row.profile(), Contacts.nameField(row.id()), row.name()).orElse("");
        var note =
                row.note() == null
                        ? null
                        : privacy.open(row.profile(), Contacts.noteField(row.id()), row.note())
                                .orElse("");
        return new ContactView(
                row.id(),
                sees ? name : Masking.name(name),
                row.relation(),
                row.role(),
                row.customer() == null ? null : new ProfileId(row.customer()),
                note == null || sees ? note : "***");
    }

    List<ProfileView> profiles(String[] profiles) {
        return jdbc.sql(
                        """
                        select p.id, p.first_at, m.at, m.id as merge, m.reason
                        from customers.profiles p
                        left join customers.merges m on m.member = p.id and m.undone_at is null
                        where p.id = any (:profiles::uuid[])
                        order by p.parent is not null, p.first_at, p.id
                        """)
                .param("profiles", profiles)
                .query((row, number) ->
                        new ProfileView(
                                new ProfileId(row.getObject("id", UUID.class)),
                                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                                instant(row.getObject("at", OffsetDateTime.class)),
                                row.getObject("merge", UUID.class),
                                row.getString("reason")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
