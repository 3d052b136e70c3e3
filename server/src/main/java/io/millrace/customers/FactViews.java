package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.FactValue;
import io.millrace.customers.CustomerFiles.FactView;
import io.millrace.customers.CustomerFiles.TimelineQuery;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.privacy.Privacy;
import io.millrace.shared.DataLevel;
import io.millrace.shared.Money;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.timelines.Timelines.FactFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Facts as people look at them. */
final class FactViews {
    private static final String HIDDEN = "***";

    /** An event's own kinds are endless: for them the timeline is sieved instead, so far. */
    private static final int SIEVED_PAGES = 40;

    private static final Map<String, Set<String>> GROUPS =
            Map.of(
                    "orders",
                            Set.of(
                                    Kinds.ORDER_COMPLETED,
                                    Kinds.ORDER_ADJUSTED,
                                    Kinds.ORDER_REFUNDED,
                                    Kinds.ORDER_CANCELLED,
                                    Kinds.ORDER_ITEM,
                                    Kinds.ORDER_ITEM_REFUNDED),
                    "service", Set.of(Kinds.SERVICE_CONTACT),
                    "campaigns",
                            Set.of(
                                    Kinds.CAMPAIGN_SENT,
                                    Kinds.CAMPAIGN_RESPONDED,
                                    Kinds.SURVEY_ANSWERED,
                                    Kinds.REFERRAL_MADE),
                    "profile",
                            Set.of(
                                    Kinds.CUSTOMER_KNOWN,
                                    Kinds.PROFILE_CHANGED,
                                    Kinds.IDENTITY_ADDED,
                                    Kinds.CONSENT_GIVEN,
                                    Kinds.CONSENT_WITHDRAWN),
                    "tags",
                            Set.of(
                                    Kinds.TAG_ADDED,
                                    Kinds.TAG_REMOVED,
                                    Kinds.AUDIENCE_ENTERED,
                                    Kinds.AUDIENCE_LEFT,
                                    Kinds.STAGE_ENTERED,
                                    Kinds.MODEL_SCORED));

    private final Timelines timelines;
    private final Families families;
    private final Privacy privacy;

    FactViews(Timelines timelines, Families families, Privacy privacy) {
        this.timelines = timelines;
        this.families = families;
        this.privacy = privacy;
    }

    static String group(String kind) {
        for (var group : GROUPS.entrySet()) {
            if (group.getValue().contains(kind)) {
                return group.getKey();
            }
        }
        return "visits";
    }

    Page<FactView> page(ProfileId id, TimelineQuery query, Caller caller) {
        var root = families.rootOf(id).orElse(id);
        var members = new LinkedHashSet<>(families.members(root));
        var sieved = query.groups().contains("visits");
        var kinds = new HashSet<>(query.kinds());
        if (!sieved) {
            query.groups().forEach(group -> kinds.addAll(GROUPS.getOrDefault(group, Set.of())));
        }
        var filter =
                new FactFilter(
                        sieved ? Set.of() : kinds, query.from(), query.to(), query.subject());
        var found = new ArrayList<Fact>();
        var cursor = query.cursor();
        for (var page = 0; page < SIEVED_PAGES; page++) {
            var next = timelines.facts(members, filter, cursor, query.limit() - found.size());
            next.items().stream()
                    .filter(fact -> !sieved || wanted(fact, query))
                    .forEach(found::add);
            cursor = next.next();
            if (cursor == null || found.size() >= query.limit()) {
                break;
            }
        }
        return new Page<>(
                found.stream().map(fact -> view(fact, root, caller)).toList(), cursor, null);
    }

    private static boolean wanted(Fact fact, TimelineQuery query) {
        return query.kinds().contains(fact.kind()) || query.groups().contains(group(fact.kind()));
    }

    Optional<FactView> one(UUID id, Caller caller) {
        return Optional.ofNullable(timelines.fact(id))
                .map(fact -> {
                    var profile = new ProfileId(fact.profile());
                    return view(fact, families.rootOf(profile).orElse(profile), caller);
                });
    }

    private FactView view(Fact fact, ProfileId root, Caller caller) {
        var profile = new ProfileId(fact.profile());
        var attributes = new TreeMap<String, FactValue>();
        fact.attributes()
                .forEach(
                        (name, value) -> attributes.put(name, shown(profile, name, value, caller)));
        return new FactView(
                fact.id(),
                fact.kind(),
                group(fact.kind()),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.subject(),
                fact.currency() == null ? null : new Money(fact.amount(), fact.currency()),
                attributes,
                fact.source(),
                fact.historical(),
                profile,
                root);
    }

    private FactValue shown(ProfileId profile, String name, Value value, Caller caller) {
        return switch (value) {
            case Value.Text(var text) -> new FactValue.Text(text);
            case Value.Whole(var number) -> new FactValue.Whole(number);
            case Value.Real(var number) -> new FactValue.Real(number);
            case Value.Flag(var flag) -> new FactValue.Flag(flag);
            case Value.Sealed(var sealed) ->
                    new FactValue.Text(
                            caller.sees(DataLevel.CONFIDENTIAL)
                                    ? privacy.open(profile, name, sealed).orElse(HIDDEN)
                                    : HIDDEN);
        };
    }

    static List<String> groups() {
        return List.of("orders", "visits", "service", "campaigns", "profile", "tags");
    }
}
