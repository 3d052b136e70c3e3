package io.millrace.customers;

import io.millrace.customers.Customers.Kinship;
import io.millrace.customers.Customers.Tagging;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tags and contacts that other systems bring by the thousand; the source is who set them. */
final class Annotations {
    private final JdbcClient jdbc;
    private final Privacy privacy;
    private final CustomerFacts facts;
    private final TagCatalogue catalogue;
    private final Ids ids;

    Annotations(
            JdbcClient jdbc,
            Privacy privacy,
            CustomerFacts facts,
            TagCatalogue catalogue,
            Ids ids) {
        this.jdbc = jdbc;
        this.privacy = privacy;
        this.facts = facts;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    private record Key(UUID profile, String category, String value) {}

    void tag(Collection<Tagging> tags) {
        Map<Key, Tagging> given = new HashMap<>();
        for (Tagging tag : tags) {
            given.putIfAbsent(new Key(tag.profile().value(), tag.category(), tag.value()), tag);
        }
        if (given.isEmpty()) {
            return;
        }
        catalogue.ensure(given.values().stream().map(Tagging::category).toList());
        List<NewFact> added = new ArrayList<>();
        for (Key key : insert(new ArrayList<>(given.values()))) {
            Tagging tag = given.get(key);
            if (tag != null) {
                added.add(fact(tag));
            }
        }
        facts.append(added);
    }

    private List<Key> insert(List<Tagging> tags) {
        return jdbc.sql(
                        """
                        insert into customers.tags (id, profile, category, value, schedule_days,
                            source, set_by, set_at)
                        select id, profile, category, value, string_to_array(days, ','), source,
                               by, at
                        from unnest(:id::uuid[], :profile::uuid[], :category::text[],
                            :value::text[], :days::text[], :source::text[], :by::text[],
                            :at::timestamptz[])
                            as t (id, profile, category, value, days, source, by, at)
                        order by profile, category, value
                        on conflict (profile, category, value) do nothing
                        returning profile, category, value
                        """)
                .param("id", tags.stream().map(_ -> ids.next().toString()).toArray(String[]::new))
                .param("profile", texts(tags.stream().map(t -> t.profile().value().toString())))
                .param("category", texts(tags.stream().map(Tagging::category)))
                .param("value", texts(tags.stream().map(Tagging::value)))
                .param("days", tags.stream().map(Annotations::days).toArray(String[]::new))
                .param("source", texts(tags.stream().map(Tagging::channel)))
                .param("by", texts(tags.stream().map(Tagging::source)))
                .param("at", texts(tags.stream().map(t -> t.at().toString())))
                .query((row, _) ->
                        new Key(
                                row.getObject("profile", UUID.class),
                                row.getString("category"),
                                row.getString("value")))
                .list();
    }

    private NewFact fact(Tagging tag) {
        Attributes.Writer attributes =
                Attributes.writer()
                        .text("category", tag.category())
                        .text("value", tag.value())
                        .text("source", tag.channel())
                        .text("by", tag.source());
        if (!tag.days().isEmpty()) {
            attributes.text("days", String.join(",", tag.days()));
        }
        return facts.change(
                tag.profile(),
                Kinds.TAG_ADDED,
                tag.at(),
                tag.category(),
                attributes.done(),
                tag.source());
    }

    void acquaint(Collection<Kinship> contacts) {
        List<UUID> made = contacts.stream().map(_ -> ids.next()).toList();
        List<Kinship> given = List.copyOf(contacts);
        List<@Nullable String> names = new ArrayList<>();
        List<@Nullable String> notes = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ProfileId profile = given.get(i).profile();
            String note = given.get(i).note();
            names.add(privacy.seal(profile, Contacts.nameField(made.get(i)), given.get(i).name()));
            notes.add(
                    note == null
                            ? null
                            : privacy.seal(profile, Contacts.noteField(made.get(i)), note));
        }
        jdbc.sql(
                        """
                        insert into customers.contacts (id, profile, name, relation, buying_role,
                            note, set_by, set_at)
                        select * from unnest(:id::uuid[], :profile::uuid[], :name::text[],
                            :relation::text[], :role::text[], :note::text[], :by::text[],
                            :at::timestamptz[])
                        """)
                .param("id", texts(made.stream().map(UUID::toString)))
                .param("profile", texts(given.stream().map(c -> c.profile().value().toString())))
                .param("name", names.toArray(String[]::new))
                .param("relation", texts(given.stream().map(Kinship::relation)))
                .param("role", texts(given.stream().map(Kinship::buyingRole)))
                .param("note", notes.toArray(String[]::new))
                .param("by", texts(given.stream().map(Kinship::source)))
                .param("at", texts(given.stream().map(c -> c.at().toString())))
                .update();
    }

    private static @Nullable String days(Tagging tag) {
        return tag.days().isEmpty() ? null : String.join(",", tag.days());
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }
}
