package io.millrace.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that says which brand is loaded. */
@Component
final class SampleRow {
    record Brand(long seed, int size, Instant endsAt, UUID job, long customers, long facts) {}

    private final JdbcClient jdbc;

    SampleRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Brand> find() {
        return jdbc.sql("select seed, size, ends_at, job, customers, facts from sample.brand")
                .query((row, _) ->
                        new Brand(
                                row.getLong("seed"),
                                row.getInt("size"),
                                row.getTimestamp("ends_at").toInstant(),
                                row.getObject("job", UUID.class),
                                row.getLong("customers"),
                                row.getLong("facts")))
                .optional();
    }

    void begin(long seed, int size, Instant endsAt, UUID job) {
        jdbc.sql(
                        """
                        insert into sample.brand (seed, size, ends_at, job)
                        values (:seed, :size, :endsAt, :job)
                        """)
                .param("seed", seed)
                .param("size", size)
                .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
                .param("job", job)
                .update();
    }

    void counted(long customers, long facts) {
        jdbc.sql("update sample.brand set customers = :customers, facts = :facts")
                .param("customers", customers)
                .param("facts", facts)
                .update();
    }

    void removedBy(UUID job) {
        jdbc.sql("update sample.brand set job = :job").param("job", job).update();
    }

    void end() {
        jdbc.sql("delete from sample.brand").update();
    }
}
