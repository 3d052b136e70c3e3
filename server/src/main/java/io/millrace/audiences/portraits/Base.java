package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.model.portrait.TraitQuery;
import io.millrace.kernel.model.portrait.TraitTable;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All customers as of an instant, one row each in the order of their ids, and the groupings that
 * have been made of them so far.
 *
 * @param orderRows where each customer is in {@code orders}; -1 for who has none
 */
record Base(
        Instant asOf,
        long version,
        ZoneId zone,
        @Nullable String currency,
        TraitQuery query,
        TraitTable people,
        Dictionary words,
        RfmTable orders,
        int[] orderRows,
        Map<String, Grouping> groupings,
        Map<GroupingMaker, List<GroupingName>> offered) {

    static Base of(
            Instant asOf,
            long version,
            ZoneId zone,
            @Nullable String currency,
            TraitQuery query,
            TraitTable people,
            Dictionary words,
            RfmTable orders) {
        return new Base(
                asOf,
                version,
                zone,
                currency,
                query,
                people,
                words,
                orders,
                rows(people, orders),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** Where each customer is in a table of orders, which is in the order of the ids too. */
    static int[] rows(TraitTable people, RfmTable orders) {
        int[] rows = new int[people.size()];
        int at = 0;
        for (int row = 0; row < rows.length; row++) {
            long high = people.customerHigh(row);
            long low = people.customerLow(row);
            while (at < orders.size() && orders.compare(at, high, low) < 0) {
                at++;
            }
            rows[row] = at < orders.size() && orders.compare(at, high, low) == 0 ? at : -1;
        }
        return rows;
    }

    int size() {
        return people.size();
    }

    LocalDate today() {
        return asOf.atZone(zone).toLocalDate();
    }

    BitSet everybody() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    /** The rows of some customers; those who are none as of the instant are left out. */
    BitSet rows(SortedSet<ProfileId> customers) {
        BitSet rows = new BitSet(size());
        int row = 0;
        for (ProfileId customer : customers) {
            long high = customer.value().getMostSignificantBits();
            long low = customer.value().getLeastSignificantBits();
            while (row < size() && people.compare(row, high, low) < 0) {
                row++;
            }
            if (row < size() && people.compare(row, high, low) == 0) {
                rows.set(row);
            }
        }
        return rows;
    }

    SortedProfiles profiles(BitSet rows) {
        int[] places = rows.stream().toArray();
        return SortedProfiles.of(
                places.length, n -> places[n], people::customerHigh, people::customerLow);
    }

    /** Net revenue so far, minor units. */
    long revenue(int row) {
        return orderRows[row] < 0 ? 0 : orders.monetary(orderRows[row]);
    }

    /** Orders that were not cancelled. */
    int purchases(int row) {
        return orderRows[row] < 0 ? 0 : orders.frequency(orderRows[row]);
    }
}
