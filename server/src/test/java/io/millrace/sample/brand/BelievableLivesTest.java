package io.millrace.sample.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BelievableLivesTest {
    private static final Instant END = Instant.parse("2026-11-22T05:00:00Z");
    private static final SampleBrand BRAND = new SampleBrand(20_260_101, 4_000, END);
    private static final List<Life> LIVES = BRAND.lives().toList();

    @Test
    void nothingHappensAfterTheEnd() {
        assertThat(LIVES)
                .allSatisfy(life -> {
                    assertThat(life.person().joinedAt()).isBeforeOrEqualTo(END);
                    assertThat(life.happenings())
                            .allMatch(happening -> !happening.at().isAfter(END));
                });
    }

    @Test
    void happeningsAreInTheOrderOfTime() {
        assertThat(LIVES)
                .allSatisfy(life ->
                        assertThat(life.happenings().stream().map(Happening::at).toList())
                                .isSorted());
    }

    @Test
    void onlyWhatWasLookedAtHappensBeforeJoining() {
        assertThat(LIVES)
                .allSatisfy(life -> {
                    Instant joined = life.person().joinedAt();
                    assertThat(life.happenings())
                            .filteredOn(happening -> happening.at().isBefore(joined))
                            .allMatch(h ->
                                    h instanceof Happening.Viewed viewed && viewed.anonymous());
                });
    }

    @Test
    void ordersAreTheirLinesAndAreGivenBackAtMostOnce() {
        Map<String, Long> left = new HashMap<>();
        for (Life life : LIVES) {
            for (Happening happening : life.happenings()) {
                if (happening instanceof Happening.Bought order) {
                    assertThat(left.put(order.order(), order.total())).isNull();
                    assertThat(order.items().stream().mapToLong(Happening.Item::amount).sum())
                            .isEqualTo(order.total());
                } else if (happening instanceof Happening.Refunded refund) {
                    left.merge(refund.order(), -refund.amount(), Long::sum);
                } else if (happening instanceof Happening.Cancelled cancelled) {
                    left.merge(cancelled.order(), -cancelled.amount(), Long::sum);
                }
            }
        }
        assertThat(left).isNotEmpty();
        assertThat(left.values()).allMatch(amount -> amount >= 0);
    }

    @Test
    void phonesAreValidAndNobodySharesOne() throws NumberParseException {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        Set<String> seen = new HashSet<>();
        for (Life life : LIVES) {
            Person.Member member = life.person().member();
            if (member != null && member.phone() != null) {
                assertThat(numbers.isValidNumber(numbers.parse(member.phone(), null)))
                        .as(member.phone())
                        .isTrue();
                assertThat(seen.add(member.phone())).isTrue();
            }
        }
    }

    @Test
    void everyReferralNamesSomebodyWhoSaysSo() {
        Map<String, String> acquisitions = new HashMap<>();
        LIVES.stream()
                .map(life -> life.person().member())
                .filter(Objects::nonNull)
                .forEach(m -> acquisitions.put(m.number(), m.acquisition()));

        List<String> referred =
                LIVES.stream()
                        .flatMap(life -> life.happenings().stream())
                        .filter(Happening.Referred.class::isInstance)
                        .map(happening -> ((Happening.Referred) happening).number())
                        .filter(acquisitions::containsKey)
                        .toList();

        assertThat(referred).isNotEmpty().doesNotHaveDuplicates();
        assertThat(referred)
                .allMatch(number ->
                        Set.of("referral", Story.TRIAL_CAMPAIGN)
                                .contains(acquisitions.get(number)));
    }

    @Test
    void theTrialBroughtManyWhoHardlyCameAgain() {
        double trial = ordersPerMember(true);
        double others = ordersPerMember(false);

        assertThat(trial).isCloseTo(1.15, within(0.25));
        assertThat(others).isGreaterThan(2 * trial);
    }

    @Test
    void aMillionCustomersMakeAboutTwentyTwoMillionFacts() {
        long facts = LIVES.stream().mapToLong(life -> SampleFacts.of(life).size()).sum();

        assertThat((double) facts / BRAND.customers()).isCloseTo(22, within(1.5));
    }

    private static double ordersPerMember(boolean trial) {
        return LIVES.stream()
                .filter(life -> isMember(life, trial))
                .mapToLong(BelievableLivesTest::orders)
                .average()
                .orElseThrow();
    }

    private static boolean isMember(Life life, boolean trial) {
        Person.Member member = life.person().member();
        return member != null && member.acquisition().equals(Story.TRIAL_CAMPAIGN) == trial;
    }

    private static long orders(Life life) {
        return life.happenings().stream().filter(Happening.Bought.class::isInstance).count();
    }
}
