package io.millrace.intake;

import io.millrace.kernel.timeline.Kinds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The names of events seen so far. Anyone may read a write key out of a web page, so their number
 * is bounded: each is a kind of fact for ever.
 */
final class EventNames {
    private final JdbcClient jdbc;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    EventNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
        recorded.addAll(
                jdbc.sql("select name from intake.event_names")
                        .query((row, number) -> row.getString("name"))
                        .list());
        known.addAll(recorded);
    }

    /** False if this would be one name too many. */
    boolean admit(String kind) {
        return !kind.startsWith(Kinds.EVENT_PREFIX) || known.contains(kind) || learn(kind);
    }

    /** One at a time: two requests that bring the same new name must both be let in. */
    private synchronized boolean learn(String kind) {
        if (known.size() < Limits.EVENT_NAMES) {
            known.add(kind);
        }
        return known.contains(kind);
    }

    /** Records new names, in the caller's transaction; they count as recorded after its commit. */
    Set<String> record(Collection<String> kinds, Instant at) {
        Set<String> fresh = new java.util.TreeSet<>();
        for (String kind : kinds) {
            if (kind.startsWith(Kinds.EVENT_PREFIX) && !recorded.contains(kind)) {
                fresh.add(kind);
            }
        }
        if (!fresh.isEmpty()) {
            jdbc.sql(
                            """
                            insert into intake.event_names (name, first_seen_at)
                            select unnest(:names::text[]), :at
                            on conflict do nothing
                            """)
                    .param("names", fresh.toArray(new String[0]))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return fresh;
    }

    void committed(Set<String> kinds) {
        recorded.addAll(kinds);
    }
}
