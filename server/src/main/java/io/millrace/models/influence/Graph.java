package io.millrace.models.influence;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.influence.Links;
import io.millrace.kernel.model.influence.PageRank;
import io.millrace.kernel.model.influence.ReferralForest;
import io.millrace.kernel.timeline.Uuids;
import io.millrace.models.influence.Invitations.Invitation;
import io.millrace.models.influence.Invitations.Voice;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.LongToIntFunction;
import java.util.stream.IntStream;

/** All people who invite, share or were brought, a node each in the order of their ids. */
final class Graph {
    private final UUID[] people;
    private final boolean[] voices;
    private final double[] points;
    private final int[] reach;
    private final int unknown;
    private final int invited;
    private final ReferralForest forest;
    private final double[] ranks;
    private final Brought brought;

    /**
     * @param customers who is meant by what was said of the invited
     * @param dayOf the day on which an instant in microseconds falls
     */
    Graph(
            List<Voice> said,
            Map<String, ProfileId> customers,
            PurchaseHistories histories,
            int today,
            LongToIntFunction dayOf) {
        this.people = people(said, customers);
        this.voices = new boolean[people.length];
        this.points = new double[people.length];
        this.reach = new int[people.length];
        List<ReferralForest.Claim> claims = new ArrayList<>();
        Map<Integer, Long> firstInvited = new HashMap<>();
        Set<String> strangers = new HashSet<>();
        Set<Integer> met = new HashSet<>();
        for (Voice voice : said) {
            int by = node(voice.customer());
            voices[by] = true;
            points[by] = voice.points();
            Set<String> reached = new HashSet<>();
            for (Invitation invitation : voice.invitations()) {
                ProfileId who = customers.get(invitation.whom());
                if (who == null) {
                    strangers.add(invitation.whom());
                    reached.add(invitation.whom());
                    continue;
                }
                int whom = node(who.value());
                claims.add(new ReferralForest.Claim(by, whom, invitation.at()));
                if (whom != by) {
                    reached.add(who.value().toString());
                    met.add(whom);
                    firstInvited.merge(whom, invitation.at(), Math::min);
                }
            }
            reach[by] = reached.size();
        }
        this.unknown = strangers.size();
        this.invited = strangers.size() + met.size();
        Brought bought = new Brought(people, histories, today);
        firstInvited.forEach((whom, at) -> bought.invited(whom, dayOf.applyAsInt(at)));
        this.brought = bought;
        // Whoever had bought before was a customer already: nobody brought them.
        this.forest =
                ReferralForest.of(
                        people.length,
                        claims.stream()
                                .filter(one ->
                                        one.by() == one.brought() || !bought.before(one.brought()))
                                .toList());
        this.ranks = ranks(claims);
    }

    private static UUID[] people(List<Voice> said, Map<String, ProfileId> customers) {
        Set<UUID> people = new TreeSet<>(Uuids.ORDER);
        said.forEach(voice -> people.add(voice.customer()));
        customers.values().forEach(one -> people.add(one.value()));
        return people.toArray(UUID[]::new);
    }

    /** The walker goes from the invited to who invited them. */
    private double[] ranks(List<ReferralForest.Claim> claims) {
        int[] froms = claims.stream().mapToInt(ReferralForest.Claim::brought).toArray();
        int[] tos = claims.stream().mapToInt(ReferralForest.Claim::by).toArray();
        return PageRank.of(Links.of(people.length, froms, tos), PageRank.DAMPING);
    }

    int size() {
        return people.length;
    }

    UUID person(int node) {
        return people[node];
    }

    /** Negative if there is no such person. */
    int node(UUID person) {
        return Arrays.binarySearch(people, person, Uuids.ORDER);
    }

    boolean isVoice(int node) {
        return voices[node];
    }

    double points(int node) {
        return points[node];
    }

    int reach(int node) {
        return reach[node];
    }

    /** Different people invited who are no customers. */
    int unknown() {
        return unknown;
    }

    /** Different people invited, customers or not. */
    int invited() {
        return invited;
    }

    boolean wasInvited(int node) {
        return brought.wasInvited(node);
    }

    ReferralForest forest() {
        return forest;
    }

    double rank(int node) {
        return ranks[node] * people.length;
    }

    boolean isBrought(int node) {
        return forest.parent(node) != ReferralForest.NOBODY;
    }

    /** True if somebody brought them and they ordered since. */
    boolean ordered(int node) {
        return isBrought(node) && brought.orders(node) > 0;
    }

    int orders(int node) {
        return isBrought(node) ? brought.orders(node) : 0;
    }

    /** Revenue since they were invited, minor units; 0 for who was not brought. */
    long worth(int node) {
        return ordered(node) ? brought.revenue(node) : 0;
    }

    SortedProfiles where(IntPredicate passes) {
        return SortedProfiles.of(
                IntStream.range(0, people.length)
                        .filter(passes)
                        .mapToObj(node -> people[node])
                        .toList());
    }
}
