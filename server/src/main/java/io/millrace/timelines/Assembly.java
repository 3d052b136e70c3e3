package io.millrace.timelines;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's parts put together; the product and the tests do it with these same lines. */
record Assembly(Timelines timelines, Tail tail, Erasure erasure, Columns columns) {
    static Assembly of(
            DataSource source,
            PlatformTransactionManager transactions,
            Path folder,
            InstantSource clock,
            MeterRegistry registry,
            Supplier<Stream<SealedDateReader>> dates) {
        JdbcTemplate template = new JdbcTemplate(source);
        JdbcClient jdbc = JdbcClient.create(template);
        Names kinds = Names.kinds(jdbc, transactions);
        Names sources = Names.sources(jdbc, transactions);
        CommitReads reads = new CommitReads(jdbc, transactions);
        Bindings bindings = new Bindings(jdbc);
        Merges merges = new Merges(bindings, reads);
        Columns columns = new Columns(merges, clock);
        Withdrawals withdrawals = new Withdrawals(jdbc);
        FactLog log = new FactLog(jdbc, kinds, sources, withdrawals);
        LogTables tables = new LogTables(template, reads, kinds, sources, bindings, withdrawals);
        Follower follower =
                new Follower(
                        tables, new StoreFolders(folder), columns, merges, new OpenedDates(dates));
        Tail tail = new Tail(follower, columns::version, clock);
        Gauges gauges = new Gauges(jdbc, columns, follower, tail, clock, registry);
        Erasure erasure =
                new Erasure(jdbc, new TransactionTemplate(transactions), log, withdrawals, tail);
        Timelines timelines =
                new StoredTimelines(
                        new FactCopy(template, kinds, sources),
                        log,
                        bindings,
                        merges,
                        columns,
                        tail,
                        gauges,
                        new ChangeFeed(
                                jdbc, reads, follower, bindings, merges, withdrawals, kinds));
        return new Assembly(timelines, tail, erasure, columns);
    }
}
