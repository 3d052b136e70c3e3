package io.millrace.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import io.millrace.database.TestDatabase;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AuditTrailTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Privacy privacy =
            new PrivacyParts(database, UuidCreator::getTimeOrderedEpochPlus1, Clock.systemUTC())
                    .privacy;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        for (var n = 0; n < 5; n++) {
            privacy.audit("May", "customer.reveal", "cus_" + n, Map.of("reason", "call back"));
        }
        var first = privacy.auditTrail(null, null, 2);
        var second = privacy.auditTrail(null, first.next(), 2);
        var last = privacy.auditTrail(null, second.next(), 2);

        assertThat(first.items()).extracting("target").containsExactly("cus_4", "cus_3");
        assertThat(second.items()).extracting("target").containsExactly("cus_2", "cus_1");
        assertThat(last.items()).extracting("target").containsExactly("cus_0");
        assertThat(last.next()).isNull();
        assertThat(first.items().getFirst().details()).containsEntry("reason", "call back");
    }

    @Test
    void findsByActorActionOrTarget() {
        privacy.audit("May", "customer.reveal", "cus_1", Map.of());
        privacy.audit("Bo", "customer.merge", "cus_2", Map.of());

        assertThat(privacy.auditTrail("REVEAL", null, 9).items()).hasSize(1);
        assertThat(privacy.auditTrail("bo", null, 9).items()).hasSize(1);
        assertThat(privacy.auditTrail("100%", null, 9).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update privacy.audit set actor = 'nobody'",
                "delete from privacy.audit",
                "truncate privacy.audit"
            })
    void refusesEveryChangeOfTheTrail(String statement) {
        privacy.audit("May", "customer.reveal", "cus_1", Map.of());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.jdbc().sql(statement).update());
        assertThat(privacy.auditTrail(null, null, 9).items()).hasSize(1);
    }

    @Test
    void provesThatNoEntryWasChanged() {
        assertThat(privacy.auditChain()).isEqualTo(new Privacy.Chain(true, 0, 0, null, null));
        for (var n = 0; n < 5; n++) {
            privacy.audit(
                    "May", "customer.reveal", "cus_" + n, Map.of("reason", "回电", "n", "" + n));
        }

        var chain = privacy.auditChain();
        var entries = privacy.auditTrail(null, null, 9).items();

        assertThat(chain.intact()).isTrue();
        assertThat(chain.entries()).isEqualTo(5);
        assertThat(chain.intactUpTo()).isEqualTo(5);
        assertThat(chain.head()).isEqualTo(entries.getFirst().hash()).hasSize(64);
        assertThat(entries).extracting("hash").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update privacy.audit set actor = 'nobody' where id = 3",
                "update privacy.audit set details = '{\"reason\": \"none\"}' where id = 3",
                "update privacy.audit set at = at + interval '1 microsecond' where id = 3",
                "delete from privacy.audit where id = 3",
                "delete from privacy.audit_chain where entry = 3",
            })
    void namesTheEntryThatSomebodyChangedBehindTheTriggers(String statement) {
        for (var n = 0; n < 5; n++) {
            privacy.audit("May", "customer.reveal", "cus_" + n, Map.of("reason", "call back"));
        }
        var before = privacy.auditChain();

        database.transactions()
                .executeWithoutResult(status -> {
                    database.jdbc().sql("set local session_replication_role = replica").update();
                    database.jdbc().sql(statement).update();
                });
        var after = privacy.auditChain();

        assertThat(before.intact()).isTrue();
        assertThat(after.intact()).isFalse();
        assertThat(after.brokenAt()).isIn(3L, 4L);
        assertThat(after.intactUpTo()).isEqualTo(2);
    }

    @Test
    void chainsEntriesInTheOrderOfTheirCommits() throws Exception {
        var written = new java.util.concurrent.CountDownLatch(1);
        var overtaken = new java.util.concurrent.CountDownLatch(1);
        var slow =
                Thread.ofVirtual()
                        .start(() ->
                                database.transactions()
                                        .executeWithoutResult(status -> {
                                            privacy.audit("slow", "a", "t", Map.of());
                                            written.countDown();
                                            awaits(overtaken);
                                        }));
        awaits(written);
        privacy.audit("fast", "a", "t", Map.of());
        overtaken.countDown();
        slow.join();

        assertThat(privacy.auditChain().intact()).isTrue();
        assertThat(
                        database.jdbc()
                                .sql(
                                        """
                                        select actor from privacy.audit_chain
                                        join privacy.audit on id = entry order by position
                                        """)
                                .query((row, number) -> row.getString(1))
                                .list())
                .containsExactly("fast", "slow");
    }

    private static void awaits(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
