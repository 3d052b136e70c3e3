package io.millrace.orders;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.timelines.Timelines.FactFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What customers' goods had cost up to a day: the orders' rows know only today's costs, the facts
 * tell each change with its time.
 */
final class PastCosts {
    private static final Set<String> KINDS =
            Set.of(
                    Kinds.ORDER_COMPLETED,
                    Kinds.ORDER_ADJUSTED,
                    Kinds.ORDER_REFUNDED,
                    Kinds.ORDER_CANCELLED);
    private static final int PAGE = 5_000;

    private final @Nullable String currency;
    private final Map<ProfileId, Long> sums = new HashMap<>();
    private final Set<ProfileId> unknown = new HashSet<>();

    private PastCosts(@Nullable String currency) {
        this.currency = currency;
    }

    /**
     * @param rootOf the customer of each profile
     * @param currency of the orders that count; null for all
     */
    static PastCosts of(
            Timelines timelines,
            Map<ProfileId, ProfileId> rootOf,
            @Nullable String currency,
            Instant asOf) {
        PastCosts costs = new PastCosts(currency);
        FactFilter filter = new FactFilter(KINDS, null, asOf, null);
        String cursor = null;
        do {
            Page<Fact> page = timelines.facts(rootOf.keySet(), filter, cursor, PAGE);
            for (Fact fact : page.items()) {
                ProfileId root = rootOf.get(new ProfileId(fact.profile()));
                if (root != null) {
                    costs.add(root, fact);
                }
            }
            cursor = page.next();
        } while (cursor != null);
        return costs;
    }

    private void add(ProfileId root, Fact fact) {
        if (currency != null && !currency.equals(fact.currency())) {
            return;
        }
        if (fact.attributes().get("cost") instanceof Value.Whole(long cost)) {
            sums.merge(root, cost, Math::addExact);
        } else if (fact.kind().equals(Kinds.ORDER_COMPLETED)) {
            unknown.add(root);
        }
    }

    /** In minor units; null if the cost of one of the customer's orders is not known. */
    @Nullable Long of(ProfileId root) {
        return unknown.contains(root) ? null : sums.getOrDefault(root, 0L);
    }
}
