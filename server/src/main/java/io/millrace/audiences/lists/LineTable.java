package io.millrace.audiences.lists;

import io.millrace.audiences.live.NameKind;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The lines in which nobody was found. Every text is sealed under the lines' own key. */
@Component
class LineTable {
    /** The lines have a key like a person, so that no address lies about in clear. */
    private static final ProfileId KEY_HOLDER =
            new ProfileId(UUID.fromString("00000000-0000-7000-8000-6c697374696e"));

    static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Privacy privacy;

    LineTable(JdbcClient jdbc, Privacy privacy, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.privacy = privacy;
        transactions.executeWithoutResult(_ -> privacy.createKeys(List.of(KEY_HOLDER)));
    }

    /**
     * @param text in clear
     */
    record Row(
            UUID fill,
            long line,
            @Nullable UUID audience,
            NameKind kind,
            String reason,
            String text,
            Set<UUID> indexes) {}

    /** A line that was kept already stays as it is. */
    void keep(List<Row> rows, boolean examples) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> sealed =
                privacy.sealAll(
                        rows.stream()
                                .map(row ->
                                        new ClearValue(
                                                KEY_HOLDER, field(row.fill, row.line), row.text))
                                .toList());
        jdbc.sql(
                        """
                        insert into audiences.fill_lines
                            (fill, line, audience, kind, reason, text, indexes, state)
                        select fill, line, audience, kind, reason, text, indexes::uuid[], :state
                        from unnest(:fills::uuid[], :lines::bigint[], :audiences::uuid[],
                            :kinds::text[], :reasons::text[], :texts::text[], :indexes::text[])
                            as n (fill, line, audience, kind, reason, text, indexes)
                        on conflict (fill, line) do nothing
                        """)
                .param("state", examples ? "example" : "open")
                .param("fills", column(rows, row -> row.fill.toString()))
                .param("lines", column(rows, row -> Long.toString(row.line)))
                .param(
                        "audiences",
                        column(rows, row -> row.audience == null ? null : row.audience.toString()))
                .param("kinds", column(rows, row -> row.kind.key()))
                .param("reasons", column(rows, Row::reason))
                .param("texts", sealed.toArray(new String[0]))
                .param("indexes", column(rows, row -> array(row.indexes)))
                .update();
    }

    private static @Nullable String[] column(List<Row> rows, Function<Row, @Nullable String> of) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = of.apply(rows.get(i));
        }
        return column;
    }

    private static String array(Set<UUID> indexes) {
        return indexes.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Those of a list that wait, in the order of their fills and lines, after a place. */
    List<Row> waiting(UUID audience, UUID afterFill, long afterLine, int limit) {
        return opened(
                jdbc.sql(
                                """
                                select * from audiences.fill_lines
                                where audience = :audience and state = 'open'
                                  and (fill, line) > (:fill, :line)
                                order by fill, line limit :limit
                                """)
                        .param("audience", audience)
                        .param("fill", afterFill)
                        .param("line", afterLine)
                        .param("limit", limit)
                        .query(LineTable::row)
                        .list());
    }

    long count(UUID audience) {
        return jdbc.sql(
                        """
                        select count(*) from audiences.fill_lines
                        where audience = :audience and state = 'open'
                        """)
                .param("audience", audience)
                .query(Long.class)
                .single();
    }

    List<Row> examples(UUID fill, int limit) {
        return opened(
                jdbc.sql(
                                """
                                select * from audiences.fill_lines
                                where fill = :fill and state in ('open', 'example')
                                order by line limit :limit
                                """)
                        .param("fill", fill)
                        .param("limit", limit)
                        .query(LineTable::row)
                        .list());
    }

    Optional<Row> find(UUID audience, UUID fill, long line) {
        return opened(
                        jdbc.sql(
                                        """
                                        select * from audiences.fill_lines
                                        where fill = :fill and line = :line
                                          and audience = :audience and state = 'open'
                                        """)
                                .param("fill", fill)
                                .param("line", line)
                                .param("audience", audience)
                                .query(LineTable::row)
                                .list())
                .stream()
                .findFirst();
    }

    /** Says anew what a line reads and why it waits. */
    void change(Row row) {
        jdbc.sql(
                        """
                        update audiences.fill_lines
                        set text = :text, reason = :reason, indexes = :indexes::uuid[]
                        where fill = :fill and line = :line and state = 'open'
                        """)
                .param("text", privacy.seal(KEY_HOLDER, field(row.fill, row.line), row.text))
                .param("reason", row.reason)
                .param("indexes", array(row.indexes))
                .param("fill", row.fill)
                .param("line", row.line)
                .update();
    }

    /** Ends the waiting of some lines; what they read is forgotten. */
    int close(Collection<Row> rows, String state) {
        return jdbc.sql(
                        """
                        update audiences.fill_lines l
                        set state = :state, text = '', indexes = '{}'
                        from unnest(:fills::uuid[], :lines::bigint[]) as n (fill, line)
                        where l.fill = n.fill and l.line = n.line and l.state = 'open'
                        """)
                .param("state", state)
                .param(
                        "fills",
                        rows.stream().map(row -> row.fill.toString()).toArray(String[]::new))
                .param(
                        "lines",
                        rows.stream().map(row -> Long.toString(row.line)).toArray(String[]::new))
                .update();
    }

    int dismissAll(UUID audience) {
        return jdbc.sql(
                        """
                        update audiences.fill_lines
                        set state = 'dismissed', text = '', indexes = '{}'
                        where audience = :audience and state = 'open'
                        """)
                .param("audience", audience)
                .update();
    }

    List<Row> about(Set<UUID> indexes) {
        return opened(
                jdbc.sql("select * from audiences.fill_lines where indexes && :indexes::uuid[]")
                        .param("indexes", array(indexes))
                        .query(LineTable::row)
                        .list());
    }

    int erase(Set<UUID> indexes) {
        return jdbc.sql("delete from audiences.fill_lines where indexes && :indexes::uuid[]")
                .param("indexes", array(indexes))
                .update();
    }

    private List<Row> opened(List<Row> rows) {
        List<SealedValue> sealed = rows.stream().map(LineTable::sealed).toList();
        Map<SealedValue, String> texts = privacy.openAll(new HashSet<>(sealed));
        List<Row> opened = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String text = texts.getOrDefault(sealed(row), "");
            opened.add(
                    new Row(
                            row.fill,
                            row.line,
                            row.audience,
                            row.kind,
                            row.reason,
                            text,
                            row.indexes));
        }
        return opened;
    }

    private static SealedValue sealed(Row row) {
        return new SealedValue(KEY_HOLDER, field(row.fill, row.line), row.text);
    }

    private static String field(UUID fill, long line) {
        return "list-line:" + fill + ':' + line;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID[] indexes = (UUID[]) row.getArray("indexes").getArray();
        return new Row(
                row.getObject("fill", UUID.class),
                row.getLong("line"),
                row.getObject("audience", UUID.class),
                NameKind.of(row.getString("kind")).orElse(NameKind.ANY),
                row.getString("reason"),
                row.getString("text"),
                Set.of(indexes));
    }
}
