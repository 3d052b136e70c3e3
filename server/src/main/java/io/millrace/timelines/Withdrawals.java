package io.millrace.timelines;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was taken out of the fact log, for the columnar store to follow. */
final class Withdrawals {
    /** Sources that were removed, and profiles that were erased. */
    record Pending(Set<Integer> sources, Set<UUID> profiles) {
        boolean none() {
            return sources.isEmpty() && profiles.isEmpty();
        }
    }

    private record Row(@Nullable Integer source, UUID[] profiles) {}

    private final JdbcClient jdbc;

    Withdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ofSource(int source) {
        jdbc.sql("insert into timelines.withdrawals (source) values (:source)")
                .param("source", source)
                .update();
    }

    void ofProfiles(UUID[] profiles) {
        jdbc.sql("insert into timelines.withdrawals (profiles) values (:profiles)")
                .param("profiles", profiles)
                .update();
    }

    Pending since(CommitSnapshot seen) {
        return visible(seen.unseen());
    }

    /**
     * @param condition of the transactions meant, in SQL
     */
    Pending visible(String condition) {
        List<Row> rows =
                jdbc.sql("select source, profiles from timelines.withdrawals where " + condition)
                        .query((row, number) -> row(row))
                        .list();
        Set<Integer> sources = new HashSet<>();
        Set<UUID> profiles = new HashSet<>();
        for (Row row : rows) {
            if (row.source() != null) {
                sources.add(row.source());
            }
            profiles.addAll(List.of(row.profiles()));
        }
        return new Pending(sources, profiles);
    }

    /**
     * Facts of removed sources that the log has all the same: they were committed while the removal
     * ran, or came later.
     */
    Set<UUID> staying(Collection<Integer> sources) {
        return new HashSet<>(
                jdbc.sql("select id from timelines.facts where source = any(:sources::int[])")
                        .param("sources", sources.toArray(new Integer[0]))
                        .query(UUID.class)
                        .list());
    }

    private static Row row(ResultSet row) throws SQLException {
        Array profiles = row.getArray("profiles");
        return new Row(
                row.getObject("source", Integer.class),
                profiles == null ? new UUID[0] : (UUID[]) profiles.getArray());
    }
}
