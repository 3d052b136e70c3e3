package io.millrace.timelines;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads of what had committed at one moment, told together with that moment. Always in a
 * transaction of its own: within a caller's one the moment would not be well defined.
 */
final class CommitReads {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CommitReads(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    <T> T read(Function<CommitSnapshot, T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.apply(now())));
    }

    private CommitSnapshot now() {
        return CommitSnapshot.parse(
                jdbc.sql("select pg_current_snapshot()::text").query(String.class).single());
    }
}
