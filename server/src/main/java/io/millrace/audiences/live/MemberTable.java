package io.millrace.audiences.live;

import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.kernel.timeline.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Memberships, timers, days and the position, as they are written. */
@Component
class MemberTable {
    /** Later ones are written as this; nobody waits for them. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    MemberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param place null at the very beginning
     * @param at the latest instant of an evaluation, microseconds
     */
    record Position(@Nullable String place, @Nullable String zone, long at) {}

    record Due(UUID customer, long at) {}

    record Day(LocalDate day, int entered, int gone) {}

    Position position() {
        return jdbc.sql(
                        """
                        select place, zone, (extract(epoch from greatest(at, '1900-01-01'))
                            * 1000000)::bigint micros
                        from audiences.position
                        """)
                .query((row, number) ->
                        new Position(
                                row.getString("place"),
                                row.getString("zone"),
                                row.getLong("micros")))
                .single();
    }

    /** Moves on from where the caller believes to be; false if somebody else has moved it. */
    boolean move(Position from, Position to) {
        return jdbc.sql(
                                """
                                update audiences.position set place = :to, zone = :zone, at = :at
                                where place is not distinct from :from
                                """)
                        .param("to", to.place())
                        .param("zone", to.zone())
                        .param("at", at(to.at()))
                        .param("from", from.place())
                        .update()
                == 1;
    }

    void write(Batch batch, ZoneId zone) {
        List<Batch.Row> entering = batch.rows.stream().filter(Batch.Row::in).toList();
        List<Batch.Row> leaving = batch.rows.stream().filter(row -> !row.in()).toList();
        enter(entering);
        leave(leaving);
        count(batch.rows, zone);
    }

    private void enter(List<Batch.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into audiences.members (audience, profile, since)
                        select * from unnest(
                            :audiences::uuid[], :profiles::uuid[], :since::timestamptz[])
                        on conflict do nothing
                        """)
                .param("audiences", SqlColumns.of(rows, row -> row.slot().audience))
                .param("profiles", SqlColumns.of(rows, Batch.Row::customer))
                .param("since", SqlColumns.of(rows, row -> at(row.at())))
                .update();
    }

    private void leave(List<Batch.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        delete from audiences.members m
                        using unnest(:audiences::uuid[], :profiles::uuid[]) as l (audience, profile)
                        where m.audience = l.audience and m.profile = l.profile
                        """)
                .param("audiences", SqlColumns.of(rows, row -> row.slot().audience))
                .param("profiles", SqlColumns.of(rows, Batch.Row::customer))
                .update();
    }

    private record OnDay(UUID audience, LocalDate day) {}

    private void count(List<Batch.Row> rows, ZoneId zone) {
        if (rows.isEmpty()) {
            return;
        }
        Map<OnDay, int[]> counts = new HashMap<>();
        for (Batch.Row row : rows) {
            LocalDate day = Micros.toInstant(row.at()).atZone(zone).toLocalDate();
            int[] count =
                    counts.computeIfAbsent(new OnDay(row.slot().audience, day), _ -> new int[2]);
            count[row.in() ? 0 : 1]++;
        }
        jdbc.sql(
                        """
                        insert into audiences.days as d (audience, day, entered, gone)
                        select * from unnest(
                            :audiences::uuid[], :days::date[], :entered::int[], :gone::int[])
                        on conflict (audience, day) do update
                        set entered = d.entered + excluded.entered, gone = d.gone + excluded.gone
                        """)
                .param("audiences", SqlColumns.of(counts.keySet(), OnDay::audience))
                .param("days", SqlColumns.of(counts.keySet(), OnDay::day))
                .param("entered", SqlColumns.of(counts.values(), count -> count[0]))
                .param("gone", SqlColumns.of(counts.values(), count -> count[1]))
                .update();
    }

    /** Sets and takes away timers. */
    void time(Collection<Due> timers) {
        List<Due> set = timers.stream().filter(due -> due.at != Verdict.NEVER).toList();
        List<Due> off = timers.stream().filter(due -> due.at == Verdict.NEVER).toList();
        if (!set.isEmpty()) {
            jdbc.sql(
                            """
                            insert into audiences.timers (profile, due)
                            select * from unnest(:profiles::uuid[], :dues::timestamptz[])
                            on conflict (profile) do update set due = excluded.due
                            """)
                    .param("profiles", SqlColumns.of(set, Due::customer))
                    .param("dues", SqlColumns.of(set, due -> at(due.at)))
                    .update();
        }
        if (!off.isEmpty()) {
            jdbc.sql("delete from audiences.timers where profile = any (:profiles::uuid[])")
                    .param("profiles", SqlColumns.of(off, Due::customer))
                    .update();
        }
    }

    /** The timers due by an instant, the earliest first. */
    List<Due> due(long now, int limit) {
        return jdbc.sql(
                        """
                        select profile, (extract(epoch from due) * 1000000)::bigint due
                        from audiences.timers where due <= :now order by due, profile limit :limit
                        """)
                .param("now", at(now))
                .param("limit", limit)
                .query((row, number) ->
                        new Due(row.getObject("profile", UUID.class), row.getLong("due")))
                .list();
    }

    /** When the next timer is due, {@link Verdict#NEVER} if there is none. */
    long nextDue() {
        Long next =
                jdbc.sql(
                                """
                                select (extract(epoch from due) * 1000000)::bigint
                                from audiences.timers order by due limit 1
                                """)
                        .query(Long.class)
                        .optional()
                        .orElse(null);
        return next == null ? Verdict.NEVER : next;
    }

    /** Takes everybody out of some slots, without a word. */
    void forget(Collection<UUID> slots) {
        jdbc.sql("delete from audiences.members where audience = any (:slots::uuid[])")
                .param("slots", SqlColumns.of(slots, slot -> slot))
                .update();
    }

    void eachMember(BiConsumer<UUID, UUID> reader) {
        jdbc.sql("select audience, profile from audiences.members")
                .withFetchSize(10_000)
                .query(row -> {
                    reader.accept(
                            row.getObject("audience", UUID.class),
                            row.getObject("profile", UUID.class));
                });
    }

    void eachTimer(ObjLongConsumer<UUID> reader) {
        jdbc.sql(
                        """
                        select profile, (extract(epoch from due) * 1000000)::bigint due
                        from audiences.timers
                        """)
                .withFetchSize(10_000)
                .query(row -> {
                    reader.accept(row.getObject("profile", UUID.class), row.getLong("due"));
                });
    }

    List<Day> days(UUID audience, LocalDate from) {
        return jdbc.sql(
                        """
                        select day, entered, gone from audiences.days
                        where audience = :audience and day >= :from order by day
                        """)
                .param("audience", audience)
                .param("from", from)
                .query((row, number) ->
                        new Day(
                                row.getObject("day", LocalDate.class),
                                row.getInt("entered"),
                                row.getInt("gone")))
                .list();
    }

    List<UUID> erased() {
        return jdbc.sql("select profile from audiences.erased")
                .query((row, number) -> row.getObject("profile", UUID.class))
                .list();
    }

    void erase(Collection<UUID> profiles) {
        jdbc.sql(
                        """
                        insert into audiences.erased select unnest(:profiles::uuid[])
                        on conflict do nothing
                        """)
                .param("profiles", SqlColumns.of(profiles, profile -> profile))
                .update();
    }

    static OffsetDateTime at(long micros) {
        Instant instant = Micros.toInstant(micros);
        return (instant.isAfter(LATEST) ? LATEST : instant).atOffset(ZoneOffset.UTC);
    }
}
