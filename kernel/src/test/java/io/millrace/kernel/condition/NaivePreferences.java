package io.millrace.kernel.condition;

import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody likes best, written from docs/conditions.md. */
final class NaivePreferences {
    private record Vote(String choice, int weight, Instant at) {}

    private final List<Fact> facts;
    private final NaiveTime time;
    private final Set<String> cancelled = new HashSet<>();

    NaivePreferences(List<Fact> facts, NaiveTime time) {
        this.facts = facts;
        this.time = time;
        for (Fact fact : facts) {
            if (fact.kind().equals("order.cancelled") && !order(fact).isEmpty()) {
                cancelled.add(order(fact));
            }
        }
    }

    Optional<String> favourite(Preference preference) {
        return switch (preference) {
            case CATEGORY -> ofLines(fact -> text(fact, "category"), Comparator.naturalOrder());
            case PRICE_BAND ->
                    ofLines(
                            NaivePreferences::band,
                            Comparator.comparingInt(
                                    band -> Integer.parseInt(band.split("-", 2)[0])));
            case STORE -> best(ordered("store"), 3, Comparator.naturalOrder());
            case CHANNEL -> best(ordered("channel"), 3, Comparator.naturalOrder());
            case WEEKDAY ->
                    best(
                            moments(false),
                            4,
                            Comparator.comparingInt("MON TUE WED THU FRI SAT SUN"::indexOf));
            case HOUR -> best(moments(true), 4, Comparator.comparingInt(Integer::parseInt));
        };
    }

    private interface Choice {
        @Nullable String of(Fact line);
    }

    private Optional<String> ofLines(Choice choice, Comparator<String> order) {
        Map<String, List<Fact>> byOrder = new TreeMap<>();
        for (Fact fact : facts) {
            boolean line = fact.kind().startsWith("order.item");
            if (line && choice.of(fact) != null && !cancelled.contains(order(fact))) {
                byOrder.computeIfAbsent(order(fact), _ -> new ArrayList<>()).add(fact);
            }
        }
        List<Vote> votes = new ArrayList<>();
        int known = 0;
        for (List<Fact> lines : byOrder.values()) {
            known += pieces(lines) > 0 ? 1 : 0;
            Map<String, List<Fact>> byChoice = new TreeMap<>();
            for (Fact line : lines) {
                String chosen = Objects.requireNonNull(choice.of(line));
                byChoice.computeIfAbsent(chosen, _ -> new ArrayList<>()).add(line);
            }
            byChoice.forEach((chosen, of) -> {
                if (pieces(of) > 0) {
                    Instant last =
                            of.stream()
                                    .filter(fact -> fact.kind().equals("order.item"))
                                    .map(Fact::occurredAt)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow();
                    votes.add(new Vote(chosen, 1, last));
                }
            });
        }
        return known < 3 ? Optional.empty() : best(votes, 0, order);
    }

    private static long pieces(List<Fact> lines) {
        long pieces = 0;
        for (Fact line : lines) {
            long one =
                    line.attributes().get("quantity") instanceof Value.Whole(long number)
                            ? number
                            : 1;
            pieces += line.kind().equals("order.item") ? one : -one;
        }
        return pieces;
    }

    private List<Vote> ordered(String name) {
        List<Vote> votes = new ArrayList<>();
        for (Fact fact : facts) {
            String chosen = text(fact, name);
            if (isPurchase(fact) && chosen != null) {
                votes.add(new Vote(chosen, 1, fact.occurredAt()));
            }
        }
        return votes;
    }

    private List<Vote> moments(boolean hours) {
        ZoneId zone = zone();
        List<Vote> votes = new ArrayList<>();
        for (Fact fact : facts) {
            boolean answered =
                    fact.kind().equals("campaign.responded")
                            && !"unsubscribed".equals(text(fact, "response"));
            if (!answered && !isPurchase(fact)) {
                continue;
            }
            ZonedDateTime there = fact.occurredAt().atZone(zone);
            LocalTime brands = fact.occurredAt().atZone(time.zone()).toLocalTime();
            if (!hours || answered || !brands.equals(LocalTime.MIDNIGHT)) {
                String day = there.getDayOfWeek().name().substring(0, 3);
                String chosen = hours ? Integer.toString(there.getHour()) : day;
                votes.add(new Vote(chosen, answered ? 3 : 1, fact.occurredAt()));
            }
        }
        return votes;
    }

    private ZoneId zone() {
        ZoneId zone = time.zone();
        for (Fact fact : facts) {
            if (fact.kind().equals("profile.changed")
                    && "timezone".equals(text(fact, "attribute"))) {
                String name = text(fact, "value");
                try {
                    zone = name == null ? time.zone() : ZoneId.of(name);
                } catch (DateTimeException none) {
                    zone = time.zone();
                }
            }
        }
        return zone;
    }

    private static Optional<String> best(List<Vote> votes, int least, Comparator<String> order) {
        if (votes.size() < least) {
            return Optional.empty();
        }
        Map<String, Integer> weights = new TreeMap<>();
        Map<String, Instant> last = new TreeMap<>();
        for (Vote vote : votes) {
            weights.merge(vote.choice, vote.weight, Integer::sum);
            last.merge(vote.choice, vote.at, (one, other) -> one.isAfter(other) ? one : other);
        }
        return weights.keySet().stream()
                .min(
                        Comparator.<String>comparingInt(
                                        choice -> -Objects.requireNonNull(weights.get(choice)))
                                .thenComparing(last::get, Comparator.reverseOrder())
                                .thenComparing(order));
    }

    private boolean isPurchase(Fact fact) {
        return fact.kind().equals("order.completed") && !cancelled.contains(order(fact));
    }

    private static @Nullable String band(Fact fact) {
        Value price = fact.attributes().get("price");
        double number =
                switch (price) {
                    case Value.Whole(long whole) -> whole;
                    case Value.Real(double real) -> real;
                    case null, default -> Double.NaN;
                };
        String band = null;
        long from = 0;
        for (long to : new long[] {1, 2, 5, 10, 20, 50, 100}) {
            if (number >= from && number < to) {
                band = from + "-" + to;
            }
            from = to;
        }
        return band;
    }

    private static @Nullable String text(Fact fact, String name) {
        return fact.attributes().get(name) instanceof Value.Text(String text) ? text : null;
    }

    private static String order(Fact fact) {
        return fact.subject() == null ? "" : fact.subject();
    }
}
