package io.millrace.models.influence;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gathers whom each known customer invited, and their points for content and interaction. */
final class Invitations implements Fold<List<Invitations.Voice>> {
    private static final int DAYS_OF_POINTS = 365;

    private final long asOf;
    private final long since;
    private final int made;
    private final int known;
    private final Map<Integer, Double> points = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    /**
     * @param whom what they said of the other, such as a number of membership
     * @param at microseconds
     */
    record Invitation(String whom, long at) {}

    record Voice(UUID customer, List<Invitation> invitations, double points) {}

    /** The cut is in the fold: who a customer is may be learnt later. */
    Invitations(Dictionary words, Instant asOf, Map<String, Double> points) {
        this.asOf = Micros.of(asOf);
        this.since = Micros.of(asOf.minus(DAYS_OF_POINTS, ChronoUnit.DAYS));
        this.made = words.code(Kinds.REFERRAL_MADE);
        this.known = words.code(Kinds.CUSTOMER_KNOWN);
        kinds.add(Kinds.REFERRAL_MADE);
        kinds.add(Kinds.CUSTOMER_KNOWN);
        points.forEach((event, worth) -> {
            int code = words.code(Kinds.EVENT_PREFIX + event);
            if (code != Dictionary.NONE) {
                this.points.put(code, worth);
                kinds.add(Kinds.EVENT_PREFIX + event);
            }
        });
    }

    @Override
    public List<Voice> newAccumulator() {
        return new ArrayList<>();
    }

    @Override
    public void accept(Timeline timeline, List<Voice> into) {
        boolean counted = false;
        double sum = 0;
        List<Invitation> invitations = List.of();
        while (timeline.next()) {
            int kind = timeline.kind();
            long at = timeline.occurredAt();
            if (kind == known) {
                counted = true;
            } else if (kind == made && at <= asOf) {
                invitations = invitations.isEmpty() ? new ArrayList<>() : invitations;
                invitations.add(new Invitation(timeline.subject(), at));
            } else if (at > since && at <= asOf) {
                sum += points.getOrDefault(kind, 0.0);
            }
        }
        if (counted && (!invitations.isEmpty() || sum > 0)) {
            UUID customer = new UUID(timeline.customerHigh(), timeline.customerLow());
            into.add(new Voice(customer, invitations, sum));
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.copyOf(kinds);
    }

    @Override
    public List<Voice> merge(List<Voice> left, List<Voice> right) {
        left.addAll(right);
        return left;
    }
}
