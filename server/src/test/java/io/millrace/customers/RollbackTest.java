package io.millrace.customers;

import static io.millrace.customers.Desk.external;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Resolution;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RollbackTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aProfileThatWasRolledBackWasNeverThere() {
        var phantom =
                desk.database
                        .transactions()
                        .execute(status -> {
                            status.setRollbackOnly();
                            return desk.customers.resolve(List.of(Desk.claim(external("c1"))));
                        });
        var real = desk.resolve(external("c1"));

        assertThat(real).isInstanceOf(Resolution.Resolved.class).isNotIn(phantom);
        assertThat(((Resolution.Resolved) real).created()).isTrue();
        assertThat(desk.count("profiles")).isEqualTo(1);
    }

    @Test
    void theKeyOfARolledBackProfileSealsForNobody() {
        var customer = desk.profile(external("c1"));
        var other = new io.millrace.shared.ProfileId(desk.ids.next());
        desk.database
                .transactions()
                .executeWithoutResult(status -> {
                    desk.privacy.createKeys(List.of(other));
                    assertThat(desk.privacy.seal(other, "f", "x")).isNotEmpty();
                    status.setRollbackOnly();
                });

        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> desk.privacy.seal(other, "f", "x"));
        assertThat(desk.privacy.seal(customer, "f", "x")).isNotEmpty();
    }
}
