package io.millrace.audiences.portraits;

import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.LiveAudiences.Detail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Origins as rows. */
@Component
class StoredOrigins implements Origins {
    private static final Pattern OF_AN_AUDIENCE =
            Pattern.compile(
                    "(?:audience|lookalike):"
                            + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}).*");

    private final JdbcClient jdbc;
    private final LiveAudiences audiences;
    private final Clock clock;

    StoredOrigins(JdbcClient jdbc, LiveAudiences audiences, Clock clock) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.clock = clock;
    }

    @Override
    public void keep(UUID list, Made made, int customers) {
        Optional<Detail> of =
                made.in().stream()
                        .map(OF_AN_AUDIENCE::matcher)
                        .filter(Matcher::matches)
                        .findFirst()
                        .flatMap(found -> audiences.find(UUID.fromString(found.group(1))));
        jdbc.sql(
                        """
                        insert into audiences.origins (audience, selections, as_of, customers,
                            source, source_name, source_version, made_by, made_at)
                        values (:list, :in::text[], :asOf, :customers, :source, :name, :version,
                            :by, :at)
                        """)
                .param("list", list)
                .param("in", made.in().toArray(String[]::new))
                .param("asOf", made.asOf().atOffset(ZoneOffset.UTC))
                .param("customers", customers)
                .param("source", of.map(one -> one.audience().id()).orElse(null), Types.OTHER)
                .param("name", of.map(one -> one.audience().name()).orElse(null), Types.VARCHAR)
                .param(
                        "version",
                        of.map(one -> one.audience().version()).orElse(null),
                        Types.INTEGER)
                .param("by", made.by())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Origin> of(UUID list) {
        return jdbc.sql("select * from audiences.origins where audience = :list")
                .param("list", list)
                .query(StoredOrigins::origin)
                .optional();
    }

    private static Origin origin(ResultSet row, int number) throws SQLException {
        List<String> in = List.of((String[]) row.getArray("selections").getArray());
        return new Origin(
                new Made(in, instant(row, "as_of"), row.getString("made_by")),
                row.getInt("customers"),
                row.getObject("source", UUID.class),
                row.getString("source_name"),
                row.getObject("source_version", Integer.class),
                instant(row, "made_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
