package io.millrace.insights;

import io.millrace.access.Access.Caller;
import io.millrace.audiences.Audiences;
import io.millrace.kernel.model.Pareto;
import io.millrace.shared.Label;
import io.millrace.shared.Money;
import io.millrace.shared.SortedProfiles;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The read side: how the brand is doing, and what changed. */
public interface Insights {
    /** Days of a period, and of the one before it with which it is compared, if nobody asks. */
    int PERIOD_DAYS = 30;

    /** The longest period that can be asked for. */
    int LONGEST_PERIOD_DAYS = 3_660;

    /**
     * The figures of the last days beside those of as many days before.
     *
     * @param asOf the period's end, cut by occurredAt, inclusive; null means now, rounded up to the
     *     minute
     * @param days of the period, 1 to {@link #LONGEST_PERIOD_DAYS}
     */
    Overview overview(@Nullable Instant asOf, int days);

    /** What waits for a person and may be dealt with by this one, most urgent first. */
    List<Need> needs(Caller caller);

    /**
     * The customers behind one of the overview's numbers.
     *
     * @param change a {@link Change#key}, or {@code all}, {@code new} or {@code active}
     * @param days of the period, 1 to {@link #LONGEST_PERIOD_DAYS}
     */
    Optional<SortedProfiles> behind(String change, int days, @Nullable Instant asOf);

    /** How unequally revenue or profit is spread over those who ordered. */
    Spread spread(Pareto.Measure measure, @Nullable Instant asOf);

    /** The best {@code percent} (0 to 100) of customers. */
    Optional<SortedProfiles> top(Pareto.Measure measure, double percent, @Nullable Instant asOf);

    /** The customers of a tier of the pyramid, 1 the top. */
    Optional<SortedProfiles> tier(Pareto.Measure measure, int number, @Nullable Instant asOf);

    /**
     * A number beside the same of the period before.
     *
     * @param open the query of the list of the customers behind it, or the console's page of the
     *     orders behind it; null if it has none
     */
    record Figure(long value, long previous, @Nullable String open) {}

    /** An amount beside the same of the period before; null where it is not known. */
    record Amount(@Nullable Money value, @Nullable Money previous, @Nullable String open) {}

    /**
     * @param days of the period and of the one before
     * @param customers all known customers at the end of each period
     * @param newCustomers those whose first fact fell into the period
     * @param activeCustomers those who bought in the period
     * @param revenue net of refunds, of known customers
     * @param orders completed and not cancelled
     * @param unratedOrders those of the period that are in no sum, for want of an exchange rate
     * @param averageOrder revenue by order; null without orders
     * @param refunds given back, positive
     * @param profit null unless every order of the period carries its cost
     * @param anonymous orders of nobody known, in the period
     * @param revenueByMonth the last 24 calendar months of the workspace's zone
     */
    record Overview(
            Instant asOf,
            Instant from,
            int days,
            Figure customers,
            Figure newCustomers,
            Figure activeCustomers,
            Amount revenue,
            Figure orders,
            long unratedOrders,
            Amount averageOrder,
            Amount refunds,
            Amount profit,
            Anonymous anonymous,
            List<Month> revenueByMonth,
            List<Audiences.Stage> stages,
            List<Change> changes,
            List<Product> topProducts,
            List<Channel> channels,
            Timelines.Freshness freshness,
            @Nullable String currency,
            long version) {}

    /**
     * Purchases of nobody known.
     *
     * @param open the console's page of these orders
     */
    record Anonymous(long orders, @Nullable Money revenue, String open) {}

    /**
     * @param month {@code 2026-01}
     * @param revenue net, minor units
     * @param refunds given back, positive, minor units
     */
    record Month(String month, long revenue, long orders, long refunds) {}

    /** A group of customers that came to be in the period, and how many did in the one before. */
    record Change(String key, Label label, long value, long previous, String open) {}

    /**
     * @param revenue less what was given back in the period, minor units
     */
    record Product(String sku, @Nullable String name, long revenue, long quantity) {}

    record Channel(String channel, long revenue, long orders) {}

    /**
     * Something that waits for a person.
     *
     * @param open the console's page where it is dealt with
     */
    record Need(String key, Label label, long count, String open) {}

    /**
     * @param customers with an order or refund; for profit, those whose profit is known
     * @param gini null if the sum is not positive
     * @param customersFor80 the fewest customers that make 80 percent
     */
    record Spread(
            Instant asOf,
            Pareto.Measure measure,
            @Nullable String currency,
            int customers,
            long amount,
            List<Pareto.Point> curve,
            @Nullable Double gini,
            List<Top> top,
            int customersFor80,
            List<Tier> pyramid,
            long version) {}

    record Top(double percent, int customers, @Nullable Double share, long amount, String open) {}

    record Tier(
            int tier,
            Label label,
            double percent,
            int customers,
            long amount,
            @Nullable Double share,
            String open) {}
}
