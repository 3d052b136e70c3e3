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
}
