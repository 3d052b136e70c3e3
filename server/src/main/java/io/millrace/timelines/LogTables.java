package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fact log as its follower reads it. */
final class LogTables {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final CommitReads reads;
    private final FactReading facts;
    private final Names sources;
    private final Bindings bindings;
    private final Withdrawals withdrawals;

    LogTables(
            JdbcTemplate template,
            CommitReads reads,
            Names kinds,
            Names sources,
            Bindings bindings,
            Withdrawals withdrawals) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.reads = reads;
        this.facts = new FactReading(kinds, sources);
        this.sources = sources;
        this.bindings = bindings;
        this.withdrawals = withdrawals;
    }

    /**
     * The id of this log. In a log that was restored from a dump the transaction numbers are those
     * of the old server, which this one may not have reached: they are taken back first, or every
     * step would find these facts new.
     */
    UUID prepare() {
        for (String table : new String[] {"facts", "bindings", "rebound", "withdrawals"}) {
            int restored =
                    jdbc.sql(
                                    """
                                    update timelines.%s set tx = '1'::xid8
                                    where tx > pg_current_xact_id()
                                    """
                                            .formatted(table))
                            .update();
            if (restored > 0) {
                jdbc.sql("update timelines.log set id = gen_random_uuid()").update();
            }
        }
        return jdbc.sql("select id from timelines.log").query(UUID.class).single();
    }

    /** Reads within one moment; see {@link CommitReads}. */
    <T> T read(Function<CommitSnapshot, T> work) {
        return reads.read(work);
    }

    Withdrawals withdrawals() {
        return withdrawals;
    }

    String source(int number) {
        return sources.name(number);
    }

    void everyFact(Consumer<Fact> each) {
        scan("true", each);
    }

    /** What has become visible between that moment and the one of the surrounding read. */
    void unseenFacts(CommitSnapshot since, Consumer<Fact> each) {
        // Statistics know nothing of the newest rows; the index does.
        jdbc.sql("set local enable_seqscan = off").update();
        scan(since.unseen(), each);
    }

    /** Profiles whose customer may be another one since. */
    List<UUID> rebound(CommitSnapshot since) {
        return bindings.rebound(since.unseen());
    }

    private void scan(String condition, Consumer<Fact> each) {
        template.execute(
                (ConnectionCallback<@Nullable Void>)
                        connection -> {
                            facts.read(connection, condition, each);
                            return null;
                        });
    }
}
