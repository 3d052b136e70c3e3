package io.millrace.bench.folds;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.FactCursor;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.SubjectHash;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The same results from DuckDB: one aggregation over the rows that matter, then limits from order
 * statistics instead of rank windows (a sort each), then one sorted window for the curve.
 */
final class DuckSide implements AutoCloseable {
    /** The sums of the Pareto query. */
    record Curve(long topFifth, int customersFor80, BigDecimal sumOfSums, Object sums) {}

    private static final String KINDS =
            "('customer.known','order.completed','order.adjusted','order.refunded',"
                    + "'order.cancelled')";

    private final DuckDBConnection connection;
    private final Statement statement;

    DuckSide(Path file, int threads) throws SQLException {
        connection =
                DriverManager.getConnection("jdbc:duckdb:" + file).unwrap(DuckDBConnection.class);
        statement = connection.createStatement();
        statement.execute("set threads=" + threads);
        statement.execute("set preserve_insertion_order=true");
        statement.execute("set memory_limit='8GB'");
    }

    /** Loads all facts, sorted so that DuckDB's zone maps skip the kinds that nobody asks for. */
    void load(Snapshot snapshot, Path parquet, String order) throws SQLException {
        statement.execute(
                """
                create table staging (customer uuid, kind varchar, occurred_at timestamp,
                  recorded_at timestamp, subject varchar, subject_hash bigint, amount bigint,
                  currency varchar)
                """);
        try (DuckDBAppender appender = connection.createAppender("main", "staging")) {
            for (FactCursor cursor = snapshot.facts(); cursor.next(); ) {
                append(appender, cursor.fact());
            }
        }
        statement.execute(
                "create type kind as enum (select distinct kind from staging order by kind)");
        statement.execute(
                "create table facts as select * replace (kind::kind as kind) from staging order by "
                        + order);
        statement.execute("drop table staging");
        statement.execute("checkpoint");
        statement.execute(
                "copy (select * replace (kind::varchar as kind) from facts) to '"
                        + parquet
                        + "' (format parquet)");
    }

    private static void append(DuckDBAppender appender, Fact fact) throws SQLException {
        UUID customer = fact.profile();
        String subject = fact.subject();
        appender.beginRow();
        appender.appendUUID(customer.getMostSignificantBits(), customer.getLeastSignificantBits());
        appender.append(fact.kind());
        appender.appendEpochMicros(Micros.of(fact.occurredAt()));
        appender.appendEpochMicros(Micros.of(fact.recordedAt()));
        appender.append(subject);
        appender.append(subject == null ? 0 : SubjectHash.of(subject));
        appender.append(fact.amount());
        appender.append(fact.currency());
        appender.endRow();
    }

    /** Fills the table {@code scored} and answers the curve. */
    Curve compute(String source, long asOf) throws SQLException {
        statement.execute(base(source, asOf));
        long count;
        String split;
        try (ResultSet sums =
                statement.executeQuery(
                        """
                        select count(*), count(*) filter (f > 0), sum(r) filter (f > 0), sum(f),
                          sum(m) from base where ordered\
                        """)) {
            sums.next();
            count = sums.getLong(1);
            split =
                    "f > 0 and r * %d < %d as recent, f * %d > %d as frequent, m * %d > %d as big"
                            .formatted(
                                    sums.getLong(2),
                                    sums.getLong(3),
                                    count,
                                    sums.getLong(4),
                                    count,
                                    sums.getLong(5));
        }
        String recency = score("-r", "case when f > 0 then -r else -100000 end", count);
        String frequency = score("f", "f", count);
        String monetary = score("m", "m", count);
        statement.execute(
                """
                create or replace temp table scored as
                select customer, ordered, r, f, m,
                  case when f > 0 then %s else 1 end as rs,
                  case when f > 0 then %s else 1 end as fs,
                  %s as ms, %s, stage from base
                """
                        .formatted(recency, frequency, monetary, split));
        return curve(count);
    }

    /** One row for each customer: what is counted of it, and its stage. */
    private static String base(String source, long asOf) {
        return """
        create or replace temp table base as
        with picked as (
          select customer, kind, occurred_at, amount, currency, subject_hash from %1$s
          where kind in %2$s and (occurred_at <= make_timestamp(%3$d) or kind = 'customer.known')),
        cancelled as (select distinct customer, subject_hash from picked
          where kind = 'order.cancelled'),
        figures as (
          select p.customer,
            count(*) filter (p.kind <> 'customer.known') > 0 as ordered,
            count(*) filter (p.kind = 'order.completed' and c.customer is null) as f,
            max(p.occurred_at) filter (p.kind = 'order.completed' and c.customer is null) as last,
            coalesce(sum(p.amount) filter (p.currency = 'CNY' and p.kind <> 'customer.known'), 0)
              ::bigint as m,
            min(p.occurred_at) filter (p.kind = 'customer.known') as known,
            min(p.occurred_at) filter (p.kind = 'order.completed' and c.customer is null)
              as first_order
          from picked p left join cancelled c
            on c.customer = p.customer and c.subject_hash = p.subject_hash
          group by p.customer)
        select customer, ordered, f, m,
          coalesce((%3$d - epoch_us(last)) // 86400000000, -1) as r,
          case when known > make_timestamp(%3$d) then -1
            when first_order is null then 0
            when (%3$d - epoch_us(first_order)) // 86400000000 <= 30 then 1
            when (%3$d - epoch_us(last)) // 86400000000 <= 90 then 2
            when (%3$d - epoch_us(last)) // 86400000000 <= 180 then 3
            else 4 end as stage
        from figures where known is not null
        """
                .formatted(source, KINDS, asOf);
    }

    /** {@code ceil(5 * min_rank / n)} as four comparisons. */
    private String score(String value, String ranked, long count) throws SQLException {
        StringBuilder fractions = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            fractions.append(i == 1 ? "" : ",").append((count * i / 5 + 0.5) / count);
        }
        StringBuilder score = new StringBuilder("1");
        StringBuilder steps = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            steps.append(i == 1 ? "" : ",")
                    .append(
                            """
                            case when count(*) filter (v < q[%1$d]) >= %2$d then any_value(q[%1$d])
                            else min(v) filter (v > q[%1$d]) end\
                            """
                                    .formatted(i, count * i / 5));
        }
        try (ResultSet limits =
                statement.executeQuery(
                        """
                        with ranked as (select %s as v from base where ordered),
                        quantiles as (select quantile_disc(v, [%s]) as q from ranked)
                        select %s from ranked, quantiles
                        """
                                .formatted(ranked, fractions, steps))) {
            limits.next();
            for (int i = 1; i <= 4; i++) {
                String limit = limits.getString(i);
                score.append(limit == null ? "" : " + (" + value + " >= " + limit + ")::tinyint");
            }
        }
        return score.toString();
    }

    private Curve curve(long count) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        with curve as (
                          select row_number() over best as rank, sum(m) over (
                              order by m desc rows unbounded preceding) as sums
                          from scored where ordered window best as (order by m desc)),
                        total as (select sum(m) as whole from scored where ordered),
                        places as (select distinct unnest([%1$d * step // 200,
                            %1$d * step // 200 + 1]) as place from range(201) s(step))
                        select max(sums) filter (rank = %2$d)::bigint,
                          min(rank) filter (sums >= 0.8 * whole),
                          sum(sums),
                          list(sums::bigint order by rank)
                            filter (rank in (select place from places))
                        from curve, total
                        """
                                .formatted(count, (long) Math.ceil(count * 20 / 100.0)))) {
            row.next();
            return new Curve(
                    row.getLong(1),
                    row.getInt(2),
                    new BigDecimal(row.getString(3)),
                    row.getArray(4).getArray());
        }
    }

    ResultSet rows() throws SQLException {
        return statement.executeQuery(
                """
                select customer, ordered, r, f, m, rs, fs, ms, recent, frequent, big, stage
                from scored order by customer\
                """);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
