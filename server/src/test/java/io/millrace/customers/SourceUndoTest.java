package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.Resolution;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceUndoTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private ProfileId sample(Identity... identities) {
        var claim = new Claim(List.of(identities), Desk.NOON, "sample");
        return ((Resolution.Resolved) desk.resolve(claim).getFirst()).profile();
    }

    private long remove() {
        return Objects.requireNonNull(
                desk.database
                        .transactions()
                        .execute(status -> {
                            desk.timelines.removeSource("sample");
                            return desk.customers.removeSource("sample");
                        }));
    }

    private long keys() {
        return desk.database
                .jdbc()
                .sql("select count(*) from privacy.keys")
                .query(Long.class)
                .single();
    }

    @Test
    void whatOnlyTheSourceSpokeOfIsGoneAsIfItHadNeverBeen() {
        sample(external("s1"), email("s1@example.com"));
        sample(anonymous("a1"));
        sample(anonymous("a1"), external("s1"));
        var mine = desk.profile(external("c1"));

        assertThat(remove()).isEqualTo(2);

        assertThat(desk.count("profiles")).isEqualTo(1);
        assertThat(desk.count("identities")).isEqualTo(1);
        assertThat(desk.count("merges")).isZero();
        assertThat(keys()).isEqualTo(1);
        assertThat(desk.profile(external("c1"))).isEqualTo(mine);
        var again = (Resolution.Resolved) desk.resolve(external("s1"));
        assertThat(again.created()).isTrue();
    }

    @Test
    void whatSomebodyElseSpokeOfTooStays() {
        var both = sample(external("s1"), email("s1@example.com"));
        desk.forgetful().profile(external("s1"));
        desk.describe(both, "city", "Hangzhou");

        assertThat(remove()).isZero();

        assertThat(desk.profile(external("s1"))).isEqualTo(both);
        assertThat(desk.customers.find(email("s1@example.com"))).isEmpty();
        assertThat(desk.count("attribute_values")).isEqualTo(1);
    }
}
