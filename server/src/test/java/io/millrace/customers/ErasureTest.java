package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static io.millrace.customers.Desk.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Resolution;
import io.millrace.privacy.Privacy.Erasure;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void stores() {
        desk.privacyParts.stores.add(desk.parts.records);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Erasure erase(ProfileId customer) {
        return desk.privacy.erase(
                customer, new LinkedHashSet<>(desk.customers.members(customer)), "k1", "May");
    }

    @Test
    void aLateEventDoesNotBringAnErasedPersonBack() {
        var may = desk.profile(external("c1"), email("may@example.com"), phone("13800005678"));
        erase(may);
        desk.privacyParts.runJobs();

        assertThat(desk.resolve(external("c1"))).isInstanceOf(Resolution.Erased.class);
        assertThat(desk.resolve(email("MAY@example.com"))).isInstanceOf(Resolution.Erased.class);
        assertThat(desk.resolve(phone("+86 138 0000 5678"), anonymous("new")))
                .isInstanceOf(Resolution.Erased.class);
        assertThat(desk.count("identities")).isZero();
        assertThat(desk.count("profiles")).isEqualTo(1);
    }

    @Test
    void aNewCustomerOnTheErasedPersonsBrowserIsWelcome() {
        var may = desk.profile(external("c1"), anonymous("a1"));
        erase(may);
        desk.privacyParts.runJobs();

        var bo = desk.profile(external("c2"), anonymous("a1"));

        assertThat(bo).isNotEqualTo(may);
        assertThat(desk.resolve(anonymous("a1"))).isInstanceOf(Resolution.Erased.class);
    }

    @Test
    void whatWasSealedForThePersonIsUnreadableEverywhere() {
        var may = desk.profile(external("c1"));
        var kept = desk.privacy.seal(may, "note", "likes fishing");
        erase(may);
        desk.privacyParts.runJobs();

        assertThat(desk.privacy.open(may, "note", kept)).isEmpty();
        var late = desk.privacy.seal(may, "note", "likes tea");
        assertThat(desk.privacy.open(may, "note", late)).isEmpty();
    }

    @Test
    void theCertificateListsEveryStore() {
        var may = desk.profile(external("c1"), email("may@example.com"));
        desk.describe(may, "city", "Hangzhou");
        var requested = erase(may);
        assertThat(requested.state()).isEqualTo(Erasure.State.REQUESTED);
        desk.privacyParts.runJobs();

        var certificate = desk.privacy.erasures(null, 9).items().getFirst();
        assertThat(certificate.state()).isEqualTo(Erasure.State.DONE);
        assertThat(certificate.finishedAt()).isNotNull();
        assertThat(certificate.stores())
                .extracting("store", "records")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("customers", 3L),
                        org.assertj.core.groups.Tuple.tuple("privacy.keys", 1L));
    }

    @Test
    void theSameRequestIsTheSameRun() {
        var may = desk.profile(external("c1"));

        assertThat(erase(may).id()).isEqualTo(erase(may).id());
        assertThat(desk.privacyParts.jobs.waiting).hasSize(1);
    }

    @Test
    void aRunThatWasCutOffGoesOnWhereItWas() {
        var may = desk.profile(external("c1"));
        var breaking = new Breaking();
        desk.privacyParts.stores.add(breaking);
        erase(may);
        var job = desk.privacyParts.jobs.waiting.getFirst();

        for (var crash = 0; crash < 2; crash++) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> desk.privacyParts.run(job))
                    .isInstanceOf(PowerCut.class);
        }
        desk.privacyParts.run(job);
        desk.privacyParts.run(job);

        var certificate = desk.privacy.erasures(null, 9).items().getFirst();
        assertThat(certificate.state()).isEqualTo(Erasure.State.DONE);
        assertThat(certificate.stores())
                .extracting("store")
                .containsExactly("customers", "breaking", "privacy.keys");
        assertThat(breaking.calls).containsExactly("cut", "done", "cut", "done");
        assertThat(desk.resolve(external("c1"))).isInstanceOf(Resolution.Erased.class);
    }

    @Test
    void otherStoresStillFindThePersonsThingsWhileTheRunGoesOn() {
        var may = desk.profile(external("c1"), email("may@example.com"));
        var indexes = desk.customers.identityIndexes(Set.of(may));
        var asking = new Asking();
        desk.privacyParts.stores.add(asking);
        erase(may);
        desk.privacyParts.runJobs();

        assertThat(indexes).hasSize(2);
        assertThat(asking.answers).containsExactly(indexes, indexes);
        assertThat(desk.customers.identityIndexes(Set.of(may))).isEmpty();
    }

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Fails every other time. */
    private static final class Breaking implements PersonalData {
        final List<String> calls = new ArrayList<>();

        @Override
        public String store() {
            return "breaking";
        }

        @Override
        public List<Section> export(Set<ProfileId> profiles) {
            return List.of();
        }

        @Override
        public long erase(Set<ProfileId> profiles) {
            if (calls.size() % 2 == 0) {
                calls.add("cut");
                throw new PowerCut();
            }
            calls.add("done");
            return 1;
        }
    }

    private final class Asking implements PersonalData {
        final List<Set<UUID>> answers = new ArrayList<>();

        @Override
        public String store() {
            return "asking";
        }

        @Override
        public List<Section> export(Set<ProfileId> profiles) {
            return List.of();
        }

        @Override
        public long erase(Set<ProfileId> profiles) {
            answers.add(desk.customers.identityIndexes(profiles));
            return 0;
        }
    }
}
