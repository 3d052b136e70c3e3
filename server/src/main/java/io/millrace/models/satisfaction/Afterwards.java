package io.millrace.models.satisfaction;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.satisfaction.NetPromoter.Attitude;
import io.millrace.kernel.model.satisfaction.Proportion;
import io.millrace.models.satisfaction.Answers.Given;
import io.millrace.models.satisfaction.Answers.Role;
import io.millrace.models.satisfaction.Satisfaction.Again;
import io.millrace.models.satisfaction.Satisfaction.Answered;
import io.millrace.models.satisfaction.Satisfaction.Interval;
import io.millrace.models.satisfaction.Satisfaction.Recovery;
import io.millrace.models.satisfaction.ServiceFold.Contact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether customers bought again within some days of an answer or of a complaint. Only what is long
 * enough ago counts, so that everybody had the same time.
 */
final class Afterwards {
    private static final long DAY = 86_400_000_000L;
    private static final String[] WITHIN = {"day", "three-days", "later", "never"};

    private final PurchaseHistories histories;
    private final int today;
    private final int days;
    private final LongToIntFunction dayOf;
    private final Sets sets;

    Afterwards(
            PurchaseHistories histories, int today, int days, LongToIntFunction dayOf, Sets sets) {
        this.histories = histories;
        this.today = today;
        this.days = days;
        this.dayOf = dayOf;
        this.sets = sets;
    }

    /** By the last answer of each customer that is long enough ago. */
    List<Again> byAttitude(List<Given> given) {
        List<Given> old =
                given.stream().filter(one -> dayOf.applyAsInt(one.at()) + days <= today).toList();
        Map<UUID, Given> last = new Latest(old).of(Role.NPS);
        List<Again> rates = new ArrayList<>();
        for (Attitude attitude : last.isEmpty() ? new Attitude[0] : Attitude.values()) {
            List<UUID> all = Recommending.with(last.values(), attitude);
            List<UUID> again =
                    last.values().stream()
                            .filter(one -> Attitude.of(one.score()) == attitude)
                            .filter(one -> buys(one.customer(), dayOf.applyAsInt(one.at())))
                            .map(Given::customer)
                            .toList();
            String name = attitude.name().toLowerCase(Locale.ROOT);
            rates.add(
                    new Again(
                            name,
                            sets.count("asked-" + name, all),
                            sets.count("again-" + name, again),
                            rate(again.size(), all.size())));
        }
        return rates;
    }

    private static Interval rate(long hits, long of) {
        Proportion rate = Proportion.of(hits, of);
        return Interval.of(rate.share(), rate.low(), rate.high());
    }

    private boolean buys(UUID customer, int after) {
        int row = histories.rowOf(customer);
        return row >= 0 && buys(row, after, after + days);
    }

    private boolean buys(int row, int after, int until) {
        for (int event = histories.from(row); event < histories.to(row); event++) {
            int day = histories.day(event);
            if (day > after && day <= until && histories.isPurchase(event, today)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Null without a complaint that is long enough ago. Each counts from the purchase before it, as
     * do the others: all purchases of those who never complained, by quarter and by how many
     * purchases there had been.
     */
    @Nullable Recovery recovery(List<Contact> contacts) {
        Map<UUID, Contact> last = new TreeMap<>();
        Set<UUID> complained = new HashSet<>();
        contacts.stream()
                .filter(Contact::complaint)
                .sorted(Comparator.comparingLong(Contact::at))
                .forEach(one -> {
                    complained.add(one.customer());
                    if (dayOf.applyAsInt(one.at()) + days <= today
                            && lastPurchase(one) != Integer.MIN_VALUE) {
                        last.put(one.customer(), one);
                    }
                });
        if (last.isEmpty()) {
            return null;
        }
        Map<Integer, int[]> others = others(complained);
        List<UUID> again =
                last.values().stream().filter(this::comesBack).map(Contact::customer).toList();
        double[] expected =
                last.values().stream()
                        .map(one -> others.get(stratum(one)))
                        .mapToDouble(o -> o == null ? Double.NaN : (double) o[1] / o[0])
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        return new Recovery(
                sets.count("complained", last.keySet()),
                sets.count("complained-again", again),
                rate(again.size(), last.size()),
                expected.length == 0 ? null : Arrays.stream(expected).average().orElse(0),
                others.values().stream().mapToInt(o -> o[0]).sum(),
                answered(last, contacts, new HashSet<>(again)));
    }

    private boolean comesBack(Contact complaint) {
        int row = histories.rowOf(complaint.customer());
        return buys(row, dayOf.applyAsInt(complaint.at()), lastPurchase(complaint) + days);
    }

    private int lastPurchase(Contact complaint) {
        int row = histories.rowOf(complaint.customer());
        int last = Integer.MIN_VALUE;
        int until = dayOf.applyAsInt(complaint.at());
        for (int event = row < 0 ? 0 : histories.from(row);
                row >= 0 && event < histories.to(row) && histories.day(event) <= until;
                event++) {
            last = histories.isPurchase(event, today) ? histories.day(event) : last;
        }
        return last;
    }

    private int stratum(Contact complaint) {
        int row = histories.rowOf(complaint.customer());
        int bought = 0;
        int until = dayOf.applyAsInt(complaint.at());
        for (int event = histories.from(row);
                event < histories.to(row) && histories.day(event) <= until;
                event++) {
            bought += histories.isPurchase(event, today) ? 1 : 0;
        }
        return stratum(lastPurchase(complaint), bought);
    }

    private static int stratum(int day, int bought) {
        int often = bought <= 2 ? bought : bought <= 4 ? 3 : 4;
        return Math.floorDiv(day, 91) * 8 + often;
    }

    /** For each stratum how many purchases there were, and after how many another one came. */
    private Map<Integer, int[]> others(Set<UUID> complained) {
        Map<Integer, int[]> others = new HashMap<>();
        for (int row = 0; row < histories.size(); row++) {
            if (complained.contains(histories.customer(row))) {
                continue;
            }
            int bought = 0;
            for (int event = histories.from(row); event < histories.to(row); event++) {
                int day = histories.day(event);
                if (!histories.isPurchase(event, today) || day + days > today) {
                    continue;
                }
                int[] counts = others.computeIfAbsent(stratum(day, ++bought), _ -> new int[2]);
                counts[0]++;
                counts[1] += buys(row, day, day + days) ? 1 : 0;
            }
        }
        return others;
    }

    /** How soon the service was in touch again. */
    private List<Answered> answered(
            Map<UUID, Contact> last, List<Contact> contacts, Set<UUID> again) {
        Map<UUID, Long> next = new HashMap<>();
        for (Contact contact : contacts) {
            Contact complaint = last.get(contact.customer());
            if (complaint != null && !contact.complaint() && contact.at() > complaint.at()) {
                next.merge(contact.customer(), contact.at() - complaint.at(), Math::min);
            }
        }
        List<Answered> groups = new ArrayList<>();
        for (String within : WITHIN) {
            List<UUID> all =
                    last.keySet().stream()
                            .filter(who -> within.equals(within(next.getOrDefault(who, -1L))))
                            .toList();
            List<UUID> back = all.stream().filter(again::contains).toList();
            groups.add(
                    new Answered(
                            within,
                            sets.count("answered-" + within, all),
                            sets.count("answered-again-" + within, back),
                            rate(back.size(), all.size())));
        }
        return groups;
    }

    private static String within(long micros) {
        if (micros < 0) {
            return "never";
        }
        return micros <= DAY ? "day" : micros <= 3 * DAY ? "three-days" : "later";
    }
}
