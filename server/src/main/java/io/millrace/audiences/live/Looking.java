package io.millrace.audiences.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.SortedProfiles;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions asked of everybody, each answer kept until a fact arrives or room is wanted. */
@Component
final class Looking {
    /** Rows in all answers that are kept; about forty bytes each. */
    private static final long ROWS_KEPT = 3_000_000;

    /** Holds for everybody. */
    private static final Condition ALL = new Condition.All(List.of());

    /** The channels on which customers are reached, and the identities that are addresses there. */
    private static final Map<String, List<String>> ADDRESSES = addresses();

    private static final String MARKETING = "marketing";

    private record Key(
            List<Condition> conditions, Instant asOf, long version, ZoneId zone, boolean told) {}

    /** What was found, by the places of the conditions. */
    record Seen(Judgements found, Instant asOf) {
        SortedProfiles where(int condition) {
            int[] rows =
                    IntStream.range(0, found.size())
                            .filter(row -> found.holds(row, condition))
                            .toArray();
            return SortedProfiles.of(rows.length, n -> rows[n], found::high, found::low);
        }

        int count(int condition) {
            int count = 0;
            for (int row = 0; row < found.size(); row++) {
                if (found.holds(row, condition)) {
                    count++;
                }
            }
            return count;
        }

        /** How many each condition holds for, of those for whom another one holds too. */
        int[] counts(int also) {
            return found.counts(also);
        }
    }

    private final Timelines timelines;
    private final Definitions definitions;
    private final Judging judging;
    private final Clock clock;
    private final Cache<Key, Seen> seen =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, Seen>weigher((_, one) -> 100 + one.found.size())
                    .build();

    Looking(Timelines timelines, Definitions definitions, Judging judging, Clock clock) {
        this.timelines = timelines;
        this.definitions = definitions;
        this.judging = judging;
        this.clock = clock;
    }

    private static Map<String, List<String>> addresses() {
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        addresses.put("email", List.of("email"));
        addresses.put("sms", List.of("phone"));
        addresses.put("wechat", List.of("wechat_unionid", "wechat_openid"));
        addresses.put("wecom", List.of("wecom_external"));
        addresses.put("push", List.of("device"));
        return addresses;
    }

    static List<String> channels() {
        return List.copyOf(ADDRESSES.keySet());
    }

    /** Everybody, who has an address on each channel, and who can be reached on each. */
    static List<Condition> everybodyAndReach() {
        List<Condition> all = new ArrayList<>(List.of(ALL));
        channels().forEach(channel -> addressed(channel).ifPresent(all::add));
        channels().forEach(channel -> reached(channel).ifPresent(all::add));
        return all;
    }

    /** Who has an address on a channel; empty if there is no such channel. */
    static Optional<Condition> addressed(String channel) {
        return Optional.ofNullable(ADDRESSES.get(channel))
                .map(identities ->
                        new Condition.Any(
                                identities.stream()
                                        .<Condition>map(Condition.Identity::new)
                                        .toList()));
    }

    /**
     * Who can be reached on a channel: whoever has an address there and gave the consent to
     * marketing; empty if there is no such channel.
     */
    static Optional<Condition> reached(String channel) {
        return addressed(channel)
                .map(addressed ->
                        new Condition.All(
                                List.of(
                                        addressed,
                                        new Condition.Consent(
                                                MARKETING,
                                                channel,
                                                Condition.Consent.State.GIVEN))));
    }

    /** With other audiences by their conditions. */
    Seen look(List<Condition> conditions, @Nullable Instant asOf) {
        return look(conditions.stream().map(definitions::inlined).toList(), asOf, false);
    }

    /** Who was in an audience by what the facts tell. */
    Seen told(UUID audience, Instant asOf) {
        return look(List.of(new Condition.InAudience(audience.toString())), asOf, true);
    }

    private Seen look(List<Condition> conditions, @Nullable Instant asOf, boolean told) {
        Key key =
                new Key(
                        conditions,
                        AsOf.orThisMinute(asOf, clock),
                        timelines.version(),
                        judging.zone(),
                        told);
        return seen.get(key, this::ask);
    }

    private Seen ask(Key key) {
        return new Seen(
                judging.all(new Panel(key.conditions), Micros.of(key.asOf), false), key.asOf);
    }
}
