package io.millrace.audiences.live;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Folders as the audiences name them. */
@Component
final class StoredShelf implements AudienceShelf {
    private final JdbcClient jdbc;
    private final Clock clock;

    StoredShelf(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Without empty names between its slashes; null if nothing is left. */
    static @Nullable String path(@Nullable String path) {
        String plain =
                Arrays.stream((path == null ? "" : path).split("/"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining("/"));
        return plain.isEmpty() ? null : plain;
    }

    @Override
    public List<Folder> folders() {
        return jdbc.sql(
                        """
                        select folder, count(*)::int audiences from audiences.audiences
                        where folder is not null group by folder order by lower(folder), folder
                        """)
                .query((row, number) ->
                        new Folder(row.getString("folder"), row.getInt("audiences")))
                .list();
    }

    @Override
    public List<String> owners() {
        return jdbc.sql("select distinct owner from audiences.audiences order by owner")
                .query((row, number) -> row.getString("owner"))
                .list();
    }

    @Override
    public int moveFolder(String from, @Nullable String to) {
        return jdbc.sql(
                        """
                        update audiences.audiences set updated_at = :at, folder = nullif(
                            ltrim(coalesce(:to::text, '') || substr(folder, length(:from) + 1),
                                '/'), '')
                        where folder = :from or starts_with(folder, :from || '/')
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("to", path(to), Types.VARCHAR)
                .param("from", path(from), Types.VARCHAR)
                .update();
    }
}
