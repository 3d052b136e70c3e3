package io.millrace.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.f4b6a3.uuid.UuidCreator;
import io.millrace.database.TestDatabase;
import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.privacy.Privacy.TamperedValueException;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealedValuesTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final PrivacyParts parts = parts();
    private final Privacy privacy = parts.privacy;
    private final ProfileId may = person();

    @AfterEach
    void close() {
        database.close();
    }

    private PrivacyParts parts() {
        return new PrivacyParts(database, UuidCreator::getTimeOrderedEpochPlus1, Clock.systemUTC());
    }

    private ProfileId person() {
        var profile = new ProfileId(UuidCreator.getTimeOrderedEpochPlus1());
        privacy.createKeys(List.of(profile));
        return profile;
    }

    @Test
    void opensWhatWasSealedAlsoAfterARestart() {
        var sealed = privacy.seal(may, "city", "杭州");

        assertThat(sealed).doesNotContain("杭州");
        assertThat(privacy.open(may, "city", sealed)).contains("杭州");
        assertThat(parts().privacy.open(may, "city", sealed)).contains("杭州");
        assertThat(privacy.seal(may, "city", "杭州")).isNotEqualTo(sealed);
    }

    @Test
    void refusesTextThatWasChanged() {
        var sealed = privacy.seal(may, "city", "Hangzhou");
        var changed = flipped(sealed);

        assertThatExceptionOfType(TamperedValueException.class)
                .isThrownBy(() -> privacy.open(may, "city", changed))
                .withMessageNotContaining("Hangzhou");
    }

    @Test
    void refusesTextThatWasMovedToAnotherFieldOrPerson() {
        var other = person();
        var sealed = privacy.seal(may, "city", "Hangzhou");

        assertThatExceptionOfType(TamperedValueException.class)
                .isThrownBy(() -> privacy.open(may, "address", sealed));
        assertThatExceptionOfType(TamperedValueException.class)
                .isThrownBy(() -> privacy.open(other, "city", sealed));
        assertThatExceptionOfType(TamperedValueException.class)
                .isThrownBy(() -> privacy.openAll(List.of(new SealedValue(other, "city", sealed))));
    }

    @Test
    void refusesAKeyThatWasMovedToAnotherPerson() {
        var other = person();
        database.jdbc()
                .sql(
                        """
                        update privacy.keys
                        set wrapped = (select wrapped from privacy.keys where profile = :may)
                        where profile = :other
                        """)
                .param("may", may.value())
                .param("other", other.value())
                .update();

        assertThatExceptionOfType(TamperedValueException.class)
                .isThrownBy(() -> parts().privacy.seal(other, "city", "Hangzhou"));
    }

    @Test
    void sealsManyAtOnceInTheirOrder() {
        var other = person();
        var sealed =
                privacy.sealAll(
                        List.of(
                                new ClearValue(may, "a", "1"),
                                new ClearValue(other, "a", "2"),
                                new ClearValue(may, "b", "3")));

        assertThat(privacy.open(may, "a", sealed.get(0))).contains("1");
        assertThat(privacy.open(other, "a", sealed.get(1))).contains("2");
        assertThat(privacy.open(may, "b", sealed.get(2))).contains("3");
    }

    @Test
    void keepsTheKeyThatIsThere() {
        var sealed = privacy.seal(may, "city", "Hangzhou");
        privacy.createKeys(Set.of(may));

        assertThat(parts().privacy.open(may, "city", sealed)).contains("Hangzhou");
    }

    @Test
    void hasNothingToSealWithForWhoNeverHadAKey() {
        var nobody = new ProfileId(UuidCreator.getTimeOrderedEpochPlus1());

        assertThatIllegalStateException().isThrownBy(() -> privacy.seal(nobody, "city", "x"));
    }

    @Test
    void indexesEqualValuesEquallyAndKindsApart() {
        assertThat(privacy.blindIndex("EMAIL", "a@b.cn"))
                .isEqualTo(parts().privacy.blindIndex("EMAIL", "a@b.cn"))
                .isNotEqualTo(privacy.blindIndex("PHONE", "a@b.cn"))
                .isNotEqualTo(privacy.blindIndex("EMAIL", "a@b.com"));
    }

    @Test
    void noticesAnotherMasterKeyAtTheStart() {
        check((byte) 7).verify();
        check((byte) 7).verify();

        assertThatIllegalStateException().isThrownBy(() -> check((byte) 8).verify());
    }

    private MasterCheck check(byte filledWith) {
        var wrapping = PersonKey.cipher(PrivacyParts.key(filledWith).derive("millrace/wrap/1"));
        return new MasterCheck(database.jdbc(), wrapping);
    }

    private static String flipped(String sealed) {
        var at = sealed.length() / 2;
        var other = sealed.charAt(at) == 'A' ? 'B' : 'A';
        return sealed.substring(0, at) + other + sealed.substring(at + 1);
    }
}
