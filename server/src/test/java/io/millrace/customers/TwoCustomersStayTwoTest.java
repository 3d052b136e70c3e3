package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static io.millrace.customers.Desk.phone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoCustomersStayTwoTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anEventThatNamesTwoIdentifiedCustomersGoesToTheStrongerIdentity() {
        var one = desk.profile(external("c1"));
        var other = desk.profile(email("may@example.com"));
        var named = desk.profile(external("c1"), email("may@example.com"));

        assertThat(named).isEqualTo(one);
        assertThat(desk.root(other)).isEqualTo(other);
        assertThat(desk.count("candidates")).isEqualTo(1);
        assertThat(desk.timelines.roots).isEmpty();
    }

    @Test
    void aNewCustomerIdWithSomebodyElsesPhoneIsANewCustomer() {
        var one = desk.profile(external("c1"), phone("13800005678"));
        var other = desk.profile(external("c2"), phone("13800005678"));

        assertThat(other).isNotEqualTo(one);
        assertThat(desk.profile(phone("13800005678"))).isEqualTo(one);
        assertThat(desk.count("candidates")).isEqualTo(1);
    }

    @Test
    void theSameConflictIsRememberedOnce() {
        desk.profile(external("c1"), phone("13800005678"));
        for (var n = 0; n < 3; n++) {
            desk.profile(external("c2"), phone("13800005678"));
            desk.forgetful();
        }

        assertThat(desk.count("candidates")).isEqualTo(1);
        assertThat(desk.count("sightings")).isEqualTo(1);
        assertThat(desk.count("profiles")).isEqualTo(2);
    }

    @Test
    void aPhoneOfMoreThanFiveCustomersIdentifiesNobodyAnyMore() {
        Desk.numbered("c", 8).forEach(id -> desk.profile(external(id), phone("13800005678")));

        var shared =
                desk.database
                        .jdbc()
                        .sql("select shared from customers.identities where type = 'PHONE'")
                        .query(Boolean.class)
                        .single();
        assertThat(shared).isTrue();
        assertThat(desk.count("profiles")).isEqualTo(8);
        assertThat(desk.count("sightings")).isEqualTo(5);
        assertThat(desk.profile(email("new@example.com"), phone("13800005678")))
                .isNotEqualTo(desk.profile(external("c0")));
    }

    @Test
    void aCustomerOfFiftyIdentitiesTakesNoMore() {
        var customer = desk.profile(external("c1"));
        Desk.numbered("a", 60).forEach(id -> desk.profile(external("c1"), anonymous(id)));

        assertThat(desk.count("identities")).isEqualTo(50);
        assertThat(desk.profile(anonymous("a59"))).isNotEqualTo(customer);
        assertThat(desk.root(desk.profile(anonymous("a59")))).isNotEqualTo(customer);
    }
}
