package io.millrace.models.influence;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The graph of who brought whom, from the facts {@code referral.made}. Whoever was invited by
 * several counts as brought by the first; whoever had bought before counts as brought by nobody.
 * Merged customers are one; invitations of oneself and circles are left out and counted.
 */
public interface Influence {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Network network(@Nullable Instant asOf);

    Page page(@Nullable Instant asOf);

    InfluenceSettings settings();

    Change change(InfluenceSettings settings);

    /** Answers of {@link #change}. */
    sealed interface Change {
        record Done(InfluenceSettings settings) implements Change {}

        /** Nothing was changed. */
        record Invalid(List<FieldProblem> errors) implements Change {}
    }

    /** What somebody is to the brand, by the rule of the settings. */
    enum Role {
        /** Reaches widely. */
        @JsonProperty("kol")
        KOL,
        /** Reaches few, who order. */
        @JsonProperty("koc")
        KOC,
        /** Brought somebody who ordered. */
        @JsonProperty("advocate")
        ADVOCATE,
        /** Invites or shares, so far without an order. */
        @JsonProperty("sharer")
        SHARER
    }

    record Bringing(UUID by, UUID brought) {}

    /** Everybody who invites or shares, in the order of their ids. Money in minor units. */
    interface Network {
        int size();

        UUID customer(int row);

        /** PageRank times the number of people in the graph: 1 is the average. */
        double rank(int row);

        /** How many different people they invited. */
        int reach(int row);

        /** Those whom they were the first to invite, and who are customers. */
        int joined(int row);

        /** Those of them who ordered since. */
        int ordered(int row);

        /** Customers brought directly and through others. */
        int under(int row);

        /** Revenue since, of those brought directly. */
        long direct(int row);

        /** Revenue since, of all generations, each further one discounted. */
        long carried(int row);

        /** Points for content and interaction in the last 365 days. */
        double points(int row);

        Role role(int row);

        /** Everybody who was brought, in the order of their ids. */
        List<Bringing> bringings();

        /** Ordered over reach, NaN for who invited nobody. */
        default double conversion(int row) {
            return reach(row) == 0 ? Double.NaN : (double) ordered(row) / reach(row);
        }
    }

    /**
     * @param sharers everybody who invites or shares
     * @param unknown invited people who are no customers
     * @param loops invitations of oneself
     * @param cycles invitations that would close a circle
     * @param value revenue since, of all who were brought and ordered, minor units
     * @param curve which share of all value brought the best sharers bring
     * @param gini null where nothing was brought
     * @param trees the strongest by value brought
     */
    record Page(
            Instant asOf,
            @Nullable String currency,
            InfluenceSettings rule,
            int sharers,
            String open,
            int unknown,
            int loops,
            int cycles,
            long value,
            List<Step> funnel,
            List<Group> roles,
            List<Share> curve,
            @Nullable Double gini,
            List<Tree> trees,
            List<Candidate> candidates) {}

    /**
     * @param key {@code invited}, {@code joined}, {@code ordered} or {@code again}
     * @param people how many; of those invited, some may be no customers
     * @param customers those who are customers
     */
    record Step(String key, int people, int customers, String open) {}

    record Group(Role role, int customers, long carried, String open) {}

    /**
     * @param open null for the empty share
     */
    record Share(double sharers, double value, int customers, @Nullable String open) {}

    /**
     * @param people those under the root, generation by generation, in the order of their parents;
     *     at most 120
     * @param more how many were left out
     */
    record Tree(UUID root, Role role, int under, String open, List<Leaf> people, int more) {}

    /**
     * @param parent the place of who brought them in {@code people}; -1 is the root
     */
    record Leaf(int parent, boolean ordered, int under, String open) {}

    /**
     * @param openDirect those whom they were the first to invite
     */
    record Candidate(
            UUID customer,
            Role role,
            double rank,
            int reach,
            int joined,
            int ordered,
            int under,
            long direct,
            long carried,
            double points,
            String openDirect,
            String openOrdered,
            String openUnder) {}
}
