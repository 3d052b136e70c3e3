package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.Cursor;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of single facts and single timelines from PostgreSQL, and removal of a whole source. */
final class FactLog {
    /** PostgreSQL's instants end before Java's; nothing lies beyond these. */
    private static final Instant FIRST = Instant.parse("-4000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+200000-01-01T00:00:00Z");
    private static final UUID HIGHEST_ID = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final Names kinds;
    private final Names sources;
    private final Withdrawals withdrawals;

    FactLog(JdbcClient jdbc, Names kinds, Names sources, Withdrawals withdrawals) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.sources = sources;
        this.withdrawals = withdrawals;
    }

    /** Where a page ended: the keyset of its last fact. */
    private record Place(Instant occurredAt, UUID id) {
        static Place after(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(LAST, HIGHEST_ID);
            }
            List<String> parts = Cursor.decode(cursor, 2).parts();
            try {
                return new Place(
                        Micros.toInstant(Long.parseLong(parts.getFirst())),
                        UUID.fromString(parts.getLast()));
            } catch (IllegalArgumentException foreign) {
                throw Cursor.invalid();
            }
        }

        String cursor() {
            return Cursor.of(Micros.of(occurredAt), id).encode();
        }
    }

    Page<Fact> facts(
            Set<ProfileId> profiles,
            Timelines.FactFilter filter,
            @Nullable String cursor,
            int limit) {
        Integer[] numbers = numbers(filter.kinds());
        if (profiles.isEmpty() || (numbers.length == 0 && !filter.kinds().isEmpty())) {
            return new Page<>(List.of(), null, null);
        }
        Place after = Place.after(cursor);
        List<Fact> facts =
                jdbc.sql(
                                """
                                select f.* from unnest(:profiles::uuid[]) p
                                cross join lateral (
                                    select id, profile, kind, occurred_at, recorded_at, subject,
                                        amount, currency, attributes, source, historical
                                    from timelines.facts
                                    where profile = p
                                        and (occurred_at, id) < (:before, :beforeId::uuid)
                                        and occurred_at <= :before
                                        and occurred_at between :from and :to
                                        and (:anyKind or kind = any(:kinds::int[]))
                                        and (:subject::text is null or subject = :subject::text)
                                    order by occurred_at desc, id desc
                                    limit :rows
                                ) f
                                order by f.occurred_at desc, f.id desc
                                limit :rows
                                """)
                        .param(
                                "profiles",
                                profiles.stream().map(ProfileId::value).toArray(UUID[]::new))
                        .param("before", at(after.occurredAt()))
                        .param("beforeId", after.id())
                        .param("from", at(filter.from() == null ? FIRST : filter.from()))
                        .param("to", at(filter.to() == null ? LAST : filter.to()))
                        .param("anyKind", filter.kinds().isEmpty())
                        .param("kinds", numbers)
                        .param("subject", filter.subject())
                        .param("rows", limit + 1)
                        .query((row, number) -> fact(row))
                        .list();
        return page(facts, limit);
    }

    private static Page<Fact> page(List<Fact> facts, int limit) {
        if (facts.size() <= limit) {
            return new Page<>(facts, null, null);
        }
        Fact last = facts.get(limit - 1);
        return new Page<>(
                facts.subList(0, limit), new Place(last.occurredAt(), last.id()).cursor(), null);
    }

    @Nullable Fact fact(UUID id) {
        return jdbc.sql(
                        """
                        select id, profile, kind, occurred_at, recorded_at, subject, amount,
                            currency, attributes, source, historical
                        from timelines.facts where id = :id
                        """)
                .param("id", id)
                .query((row, number) -> fact(row))
                .optional()
                .orElse(null);
    }

    @Nullable UUID keyOf(UUID fact) {
        return jdbc.sql("select key from timelines.facts where id = :id and key is not null")
                .param("id", fact)
                .query((row, number) -> row.getObject("key", UUID.class))
                .optional()
                .orElse(null);
    }

    /** Removes a source's facts, and tells the columnar store to do so when this has committed. */
    long removeSource(String source) {
        Integer number = sources.find(source);
        if (number == null) {
            return 0;
        }
        long removed =
                jdbc.sql("delete from timelines.facts where source = :source")
                        .param("source", number)
                        .update();
        withdrawals.ofSource(number);
        return removed;
    }

    private Integer[] numbers(Set<String> names) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : names) {
            Integer number = kinds.find(name);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers.toArray(new Integer[0]);
    }

    private static OffsetDateTime at(Instant instant) {
        Instant within = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return within.atOffset(ZoneOffset.UTC);
    }

    private Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getObject("id", UUID.class),
                row.getObject("profile", UUID.class),
                kinds.name(row.getInt("kind")),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                row.getString("subject"),
                row.getLong("amount"),
                row.getString("currency"),
                AttributeReader.read(row.getString("attributes")),
                sources.name(row.getInt("source")),
                row.getBoolean("historical"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
