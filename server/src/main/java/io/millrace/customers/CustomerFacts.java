package io.millrace.customers;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts that this module adds to timelines. */
final class CustomerFacts {
    /** What is told later than this was not told as it happened: it is history, not news. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final Timelines timelines;
    private final Ids ids;
    private final Clock clock;

    CustomerFacts(Timelines timelines, Ids ids, Clock clock) {
        this.timelines = timelines;
        this.ids = ids;
        this.clock = clock;
    }

    void ofPlan(ResolvePlan plan) {
        var now = now();
        var facts = new ArrayList<NewFact>();
        for (var fresh : plan.fresh.values()) {
            if (fresh.knownAt != null) {
                var types = String.join(",", fresh.types);
                facts.add(known(fresh.profile, fresh.knownAt, types, fresh.source, now));
            }
        }
        plan.promotions.forEach((profile, made) ->
                facts.add(known(profile, made.at(), made.types(), made.source(), now)));
        for (var addition : plan.additions) {
            if (!plan.fresh.containsKey(addition.profile())) {
                facts.add(added(addition, now));
            }
        }
        append(facts);
    }

    /** A change that somebody or something made to one profile. */
    NewFact change(
            ProfileId profile,
            String kind,
            Instant occurredAt,
            @Nullable String subject,
            Attributes attributes,
            String source) {
        return fact(profile, kind, occurredAt, subject, attributes, source, now());
    }

    void append(List<NewFact> facts) {
        if (!facts.isEmpty()) {
            timelines.append(facts);
        }
    }

    private NewFact known(ProfileId profile, Instant at, String types, String source, Instant now) {
        var attributes = Attributes.writer().text("identities", types).done();
        return fact(profile, Kinds.CUSTOMER_KNOWN, at, null, attributes, source, now);
    }

    private NewFact added(ResolvePlan.Addition addition, Instant now) {
        var attributes =
                Attributes.writer()
                        .text("type", Names.type(addition.identity().type()))
                        .text("identity", addition.id().toString())
                        .done();
        var evidence = addition.evidence();
        return fact(
                addition.profile(),
                Kinds.IDENTITY_ADDED,
                evidence.at(),
                null,
                attributes,
                evidence.source(),
                now);
    }

    private NewFact fact(
            ProfileId profile,
            String kind,
            Instant occurredAt,
            @Nullable String subject,
            Attributes attributes,
            String source,
            Instant now) {
        return new NewFact.Encoded(
                ids.next(),
                profile.value(),
                kind,
                occurredAt.truncatedTo(ChronoUnit.MICROS),
                now,
                subject,
                0,
                null,
                attributes,
                source,
                occurredAt.isBefore(now.minus(NEWS)),
                null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
