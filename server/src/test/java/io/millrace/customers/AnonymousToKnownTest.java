package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static io.millrace.customers.Desk.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Resolution;
import io.millrace.kernel.timeline.Kinds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnonymousToKnownTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aVisitorWhoSignsInForTheFirstTimeBecomesTheCustomer() {
        var visitor = desk.profile(anonymous("a1"));
        var customer = desk.profile(anonymous("a1"), external("c1"));

        assertThat(customer).isEqualTo(visitor);
        assertThat(desk.timelines.of(customer, Kinds.CUSTOMER_KNOWN)).hasSize(1);
    }

    @Test
    void aVisitorWhoTurnsOutToBeAKnownCustomerJoinsThatCustomer() {
        var customer = desk.profile(external("c1"));
        var visitor = desk.profile(anonymous("a1"));
        var signedIn = desk.profile(anonymous("a1"), external("c1"));

        assertThat(signedIn).isEqualTo(customer);
        assertThat(desk.root(visitor)).isEqualTo(customer);
        assertThat(desk.timelines.roots).containsEntry(visitor, customer);
        assertThat(desk.profile(anonymous("a1"))).isEqualTo(visitor);
    }

    @Test
    void aSharedBrowserDoesNotJoinTwoCustomers() {
        var one = desk.profile(anonymous("a1"), external("c1"));
        var other = desk.profile(anonymous("a1"), external("c2"));

        assertThat(other).isNotEqualTo(one);
        assertThat(desk.root(other)).isEqualTo(other);
        assertThat(desk.count("candidates")).isZero();
    }

    @Test
    void anOrderWithCustomerIdAndEmailAddsBoth() {
        var customer = desk.profile(external("c1"), email("May@Example.com"));

        assertThat(desk.profile(email(" may@example.COM "))).isEqualTo(customer);
        assertThat(desk.profile(external("c1"))).isEqualTo(customer);
    }

    @Test
    void aStrongerIdentityThatComesLaterIsAddedToTheCustomer() {
        var customer = desk.profile(email("may@example.com"));
        var same = desk.profile(email("may@example.com"), external("c1"), phone("138 0000 5678"));

        assertThat(same).isEqualTo(customer);
        assertThat(desk.timelines.of(customer, Kinds.IDENTITY_ADDED)).hasSize(2);
        assertThat(desk.profile(phone("+8613800005678"))).isEqualTo(customer);
    }

    @Test
    void claimsOfOneListSeeEachOther() {
        var answers =
                desk.resolve(
                        Desk.claim(anonymous("a1")),
                        Desk.claim(anonymous("a1"), external("c1")),
                        Desk.claim(external("c1"), email("may@example.com")),
                        Desk.claim(email("may@example.com")));

        assertThat(answers)
                .extracting(answer -> ((Resolution.Resolved) answer).profile())
                .containsOnly(((Resolution.Resolved) answers.getFirst()).profile());
        assertThat(answers)
                .extracting(answer -> ((Resolution.Resolved) answer).created())
                .containsExactly(true, false, false, false);
    }

    @Test
    void whatIsRememberedAnswersAsTheDatabaseDoes() {
        var customer = desk.profile(external("c1"));
        desk.profile(anonymous("a1"));
        desk.profile(anonymous("a1"), external("c1"));

        var remembered = desk.profile(anonymous("a1"), external("c1"));
        var read = desk.forgetful().profile(anonymous("a1"), external("c1"));

        assertThat(remembered).isEqualTo(customer);
        assertThat(read).isEqualTo(customer);
    }

    @Test
    void refusesANumberThatASpreadsheetShortened() {
        assertThat(desk.resolve(external("c1"), phone("1.38001E+10")))
                .isEqualTo(
                        new Resolution.Invalid(phone("1.38001E+10"), "customers.phone-shortened"));
        assertThat(desk.count("profiles")).isZero();
    }

    @Test
    void refusesWhatProgramsSendWhenTheyMeanNobody() {
        assertThat(desk.resolve(external("undefined"))).isInstanceOf(Resolution.Invalid.class);
        assertThat(desk.resolve(phone("12"))).isInstanceOf(Resolution.Invalid.class);
        assertThat(desk.resolve(email("nobody"))).isInstanceOf(Resolution.Invalid.class);
        assertThat(desk.resolve(external("  "))).isInstanceOf(Resolution.Invalid.class);
        assertThat(desk.resolve(external("a\u0000b"))).isInstanceOf(Resolution.Invalid.class);
    }
}
