package io.millrace.customers;

import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static io.millrace.customers.Desk.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.shared.ProfileId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Desk desk = new Desk();
    private final Looking looking = new Looking(desk);
    private ProfileId zhang;
    private ProfileId john;

    @BeforeEach
    void people() {
        zhang = desk.profile(external("VIP-1"), phone("13800015678"));
        john = desk.profile(email("john@example.com"), phone("+447911123456"));
        desk.describe(zhang, "name", "张三丰");
        desk.describe(john, "firstName", "John");
        desk.describe(john, "lastName", "O'Smithson");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void findsByNameInAnyPart() {
        assertThat(looking.search("张")).containsExactly(zhang);
        assertThat(looking.search("三丰")).containsExactly(zhang);
        assertThat(looking.search("jo")).containsExactly(john);
        assertThat(looking.search("JOHN")).containsExactly(john);
        assertThat(looking.search("smith")).containsExactly(john);
        assertThat(looking.search("三张")).isEmpty();
    }

    @Test
    void findsByPhoneInAnyFormatAndByItsLastFourDigits() {
        assertThat(looking.search("138-0001-5678")).containsExactly(zhang);
        assertThat(looking.search("+86 138 0001 5678")).containsExactly(zhang);
        assertThat(looking.search("0086 13800015678")).containsExactly(zhang);
        assertThat(looking.search("+44 (0)7911 123456")).containsExactly(john);
        assertThat(looking.search("3456")).containsExactly(john);
    }

    @Test
    void findsByEmailAndByTheIdOfTheCustomersOwnSystem() {
        assertThat(looking.search(" John@Example.com ")).containsExactly(john);
        assertThat(looking.search("VIP-1")).containsExactly(zhang);
        assertThat(looking.search(zhang.toString())).containsExactly(zhang);
    }

    @Test
    void findsWhatAnotherModuleSearchesBy() {
        looking.searches.add(text -> text.equals("order-7") ? Set.of(john) : Set.of());

        assertThat(looking.search("order-7")).containsExactly(john);
    }

    @Test
    void findsAMergedCustomerByWhatAnyProfileIsKnownBy() {
        desk.parts.merging.merge(zhang, john, "same person", "May");

        assertThat(looking.search("john@example.com")).containsExactly(zhang);
        assertThat(looking.search("john")).containsExactly(zhang);
    }

    @Test
    void findsEverybodyWhoWasNamedWithASharedPhone() {
        var other = desk.profile(external("VIP-2"), phone("13800015678"));

        assertThat(looking.search("13800015678")).containsExactlyInAnyOrder(zhang, other);
    }

    @Test
    void findsNobodyByAnOldName() {
        desk.describe(zhang, java.util.Map.of("name", "李四"), Desk.NOON.plusSeconds(1));

        assertThat(looking.search("张三")).isEmpty();
        assertThat(looking.search("李四")).containsExactly(zhang);
    }
}
