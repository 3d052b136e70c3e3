package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the inbox. Every payload is sealed under the inbox's own key. */
final class InboxTable {
    /** The inbox has a key like a person, so that nothing rejected lies about in clear. */
    static final ProfileId KEY_HOLDER =
            new ProfileId(UUID.fromString("00000000-0000-7000-8000-696e626f7821"));

    private static final String COLUMNS =
            """
            id, received_at, source, channel, code, pointer, arguments, message_id, preview,
            payload, state, changed_at, changed_by
            """;

    private final JdbcClient jdbc;
    private final Ports.Vault vault;
    private final IdentityIndexes indexes;
    private final Ids ids;

    InboxTable(JdbcClient jdbc, Ports.Vault vault, IdentityIndexes indexes, Ids ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.indexes = indexes;
        this.ids = ids;
    }

    /** In the caller's transaction; answers whether it is new. */
    boolean keep(Inbox.Kept kept, String channel, @Nullable String waitsFor) {
        UUID id = ids.next();
        return jdbc.sql(
                                """
                                insert into intake.inbox (id, received_at, source, channel, code,
                                    pointer, arguments, message_id, key, waits_for, preview, payload,
                                    identities)
                                values (:id, :receivedAt, :source, :channel, :code, :pointer,
                                    :arguments::text[], :messageId, :key::uuid, :waitsFor, :preview,
                                    :payload, :identities::uuid[])
                                on conflict (key) where state in ('open', 'fixed') do nothing
                                """)
                        .param("id", id)
                        .param("receivedAt", at(kept.receivedAt()))
                        .param("source", kept.source())
                        .param("channel", channel)
                        .param("code", kept.code())
                        .param("pointer", clean(kept.pointer()))
                        .param("arguments", kept.arguments().toArray(new String[0]))
                        .param("messageId", kept.messageId())
                        .param("key", kept.key())
                        .param("waitsFor", waitsFor)
                        .param("preview", clean(kept.preview()))
                        .param("payload", seal(id, kept.payload()))
                        .param("identities", indexes(kept.identities()))
                        .update()
                == 1;
    }

    private UUID[] indexes(List<Identity> identities) {
        return identities.stream()
                .map(indexes::of)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }

    List<InboxRow> list(Inbox.Filter filter, Instant before, UUID beforeId, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from intake.inbox
                                where (received_at, id) < (:before, :beforeId::uuid)
                                    and (state = :state::text
                                        or :state::text is null and state in ('open', 'fixed'))
                                    and (:code::text is null or code = :code::text)
                                    and (:source::text is null or source = :source::text)
                                order by received_at desc, id desc
                                limit :limit
                                """)
                .param("before", at(before))
                .param("beforeId", beforeId)
                .param("state", filter.state())
                .param("code", filter.code())
                .param("source", filter.source())
                .param("limit", limit)
                .query(InboxRow::of)
                .list();
    }

    long count(Inbox.Filter filter) {
        return jdbc.sql(
                        """
                        select count(*) from intake.inbox
                        where (state = :state::text
                                or :state::text is null and state in ('open', 'fixed'))
                            and (:code::text is null or code = :code::text)
                            and (:source::text is null or source = :source::text)
                        """)
                .param("state", filter.state())
                .param("code", filter.code())
                .param("source", filter.source())
                .query(Long.class)
                .single();
    }

    record Summed(String code, long count, OffsetDateTime lastAt) {}

    List<Summed> summary() {
        return jdbc.sql(
                        """
                        select code, count(*) as count, max(received_at) as last_at
                        from intake.inbox where state in ('open', 'fixed')
                        group by code order by 2 desc, 1
                        """)
                .query((row, number) ->
                        new Summed(
                                row.getString("code"),
                                row.getLong("count"),
                                row.getObject("last_at", OffsetDateTime.class)))
                .list();
    }

    Optional<InboxRow> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from intake.inbox where id = :id")
                .param("id", id)
                .query(InboxRow::of)
                .optional();
    }

    /** The same, held against others until the caller's transaction ends. */
    Optional<InboxRow> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from intake.inbox where id = :id for update")
                .param("id", id)
                .query(InboxRow::of)
                .optional();
    }

    /** What waits for one of these orders, oldest first, held against others. */
    List<InboxRow> waitingFor(Collection<String> orders) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from intake.inbox
                                where waits_for = any(:orders::text[])
                                    and state in ('open', 'fixed')
                                order by received_at, id
                                for update skip locked
                                """)
                .param("orders", orders.toArray(new String[0]))
                .query(InboxRow::of)
                .list();
    }

    List<UUID> waiting(@Nullable String code, int limit) {
        return jdbc.sql(
                        """
                        select id from intake.inbox
                        where state in ('open', 'fixed') and code = :code
                        order by received_at, id limit :limit
                        """)
                .param("code", code)
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The orders that lately arrived refunds still wait for. */
    List<String> awaited(Instant since) {
        return jdbc.sql(
                        """
                        select distinct waits_for from intake.inbox
                        where waits_for is not null and state in ('open', 'fixed')
                            and channel = 'api' and received_at > :since
                        limit 1000
                        """)
                .param("since", at(since))
                .query((row, number) -> row.getString("waits_for"))
                .list();
    }

    void close(UUID id, String state, Instant when, String by) {
        jdbc.sql(
                        """
                        update intake.inbox
                        set state = :state, changed_at = :when, changed_by = :by where id = :id
                        """)
                .param("state", state)
                .param("when", at(when))
                .param("by", by)
                .param("id", id)
                .update();
    }

    void fix(UUID id, String payload, List<Identity> identities, Instant when, String by) {
        jdbc.sql(
                        """
                        update intake.inbox
                        set state = 'fixed', payload = :payload, identities = :identities::uuid[],
                            changed_at = :when, changed_by = :by
                        where id = :id
                        """)
                .param("payload", seal(id, payload))
                .param("identities", indexes(identities))
                .param("when", at(when))
                .param("by", by)
                .param("id", id)
                .update();
    }

    void reason(UUID id, Flaw flaw, @Nullable String waitsFor) {
        jdbc.sql(
                        """
                        update intake.inbox
                        set code = :code, pointer = :pointer, arguments = :arguments::text[],
                            waits_for = :waitsFor
                        where id = :id
                        """)
                .param("code", flaw.code())
                .param("pointer", clean(flaw.pointer()))
                .param("arguments", flaw.arguments().toArray(new String[0]))
                .param("waitsFor", waitsFor)
                .param("id", id)
                .update();
    }

    int erase(Set<UUID> identities) {
        if (identities.isEmpty()) {
            return 0;
        }
        return jdbc.sql("delete from intake.inbox where identities && :identities::uuid[]")
                .param("identities", identities.toArray(new UUID[0]))
                .update();
    }

    List<InboxRow> about(Set<UUID> identities) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from intake.inbox where identities && :identities::uuid[]"
                                + " order by received_at")
                .param("identities", identities.toArray(new UUID[0]))
                .query(InboxRow::of)
                .list();
    }

    String open(InboxRow row) {
        return vault.open(KEY_HOLDER, field(row.id()), row.sealed()).orElse("");
    }

    private String seal(UUID id, String payload) {
        return vault.seal(KEY_HOLDER, field(id), payload);
    }

    private static String field(UUID id) {
        return "inbox:" + id;
    }

    private static String clean(String text) {
        return Texts.storable(text) ? text : "";
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
