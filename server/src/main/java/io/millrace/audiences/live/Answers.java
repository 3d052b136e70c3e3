package io.millrace.audiences.live;

import io.millrace.audiences.live.Looking.Seen;
import io.millrace.kernel.condition.Condition;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Previews, trends, back-tests and comparisons, each in one scan at most. */
@Component
final class Answers implements AudienceAnswers {
    private static final int TREND_DAYS = 90;
    private static final Duration TWO_YEARS = Duration.ofDays(730);
    private static final int FEWEST_POINTS = 2;
    private static final int MOST_POINTS = 60;

    private final Definitions definitions;
    private final Looking looking;
    private final Explaining explaining;
    private final MemberTable members;
    private final Roster roster;
    private final Judging judging;
    private final Clock clock;

    Answers(
            Definitions definitions,
            Looking looking,
            Explaining explaining,
            MemberTable members,
            Roster roster,
            Judging judging,
            Clock clock) {
        this.definitions = definitions;
        this.looking = looking;
        this.explaining = explaining;
        this.members = members;
        this.roster = roster;
        this.judging = judging;
        this.clock = clock;
    }

    @Override
    public Previewed preview(@Nullable JsonNode node, @Nullable Instant asOf) {
        return switch (definitions.read(node, "/condition", null)) {
            case Definitions.Read.Invalid(var errors) -> new Previewed.Invalid(errors);
            case Definitions.Read.Done(Condition condition) -> preview(condition, asOf);
        };
    }

    private Previewed preview(Condition condition, @Nullable Instant asOf) {
        Instant begun = clock.instant();
        List<Condition> everybody = Looking.everybodyAndReach();
        List<Part> parts = parts(condition);
        List<Condition> asked = new ArrayList<>(everybody);
        parts.forEach(part -> asked.add(part.together));
        Seen seen = looking.look(asked, asOf);
        int first = everybody.size();
        int whole = asked.size() - 1;
        int[] all = seen.counts(0);
        int[] members = seen.counts(whole);
        Map<String, Integer> addresses = new LinkedHashMap<>();
        Map<String, Integer> reach = new LinkedHashMap<>();
        int channels = Looking.channels().size();
        for (int i = 0; i < channels; i++) {
            addresses.put(Looking.channels().get(i), members[i + 1]);
            reach.put(Looking.channels().get(i), members[channels + i + 1]);
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            steps.add(
                    new Step(
                            parts.get(i).pointer,
                            Wording.of(parts.get(i).own, definitions),
                            all[first + i]));
        }
        return new Previewed.Done(
                all[whole],
                all[0],
                seen.asOf(),
                addresses,
                reach,
                steps,
                "condition:" + encoded(condition),
                Duration.between(begun, clock.instant()).toMillis());
    }

    static String encoded(Condition condition) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JacksonConditions.text(condition).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param together this part and all before it
     */
    private record Part(String pointer, Condition own, Condition together) {}

    private static List<Part> parts(Condition condition) {
        if (!(condition instanceof Condition.All(List<Condition> of)) || of.size() < 2) {
            return List.of(new Part("", condition, condition));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            parts.add(new Part("/of/" + i, of.get(i), new Condition.All(of.subList(0, i + 1))));
        }
        return parts;
    }

    @Override
    public Optional<Why> why(UUID audience, ProfileId customer, @Nullable Instant asOf) {
        return definitions
                .of(audience)
                .flatMap(one ->
                        explaining.why(
                                one.condition(), customer, asOf == null ? clock.instant() : asOf));
    }

    @Override
    public Worded sentence(@Nullable JsonNode node) {
        return switch (definitions.read(node, "/condition", null)) {
            case Definitions.Read.Invalid(var errors) -> new Worded.Invalid(errors);
            case Definitions.Read.Done(Condition condition) -> {
                Label label = Wording.of(condition, definitions);
                yield new Worded.Done(label);
            }
        };
    }

    @Override
    public Optional<List<Day>> trend(
            UUID audience, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (definitions.of(audience).isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = clock.instant().atZone(judging.zone()).toLocalDate();
        LocalDate last = to == null || to.isAfter(today) ? today : to;
        LocalDate first = from == null ? last.minusDays(TREND_DAYS) : from;
        Map<LocalDate, MemberTable.Day> moved = new LinkedHashMap<>();
        members.days(audience, first).forEach(day -> moved.put(day.day(), day));
        List<Day> days = new ArrayList<>();
        int size = roster.size(audience);
        for (LocalDate day = today; !day.isBefore(first); day = day.minusDays(1)) {
            MemberTable.Day change = moved.getOrDefault(day, new MemberTable.Day(day, 0, 0));
            if (!day.isAfter(last)) {
                days.addFirst(new Day(day, size, change.entered(), change.gone()));
            }
            size += change.gone() - change.entered();
        }
        return Optional.of(days);
    }

    @Override
    public Optional<List<Backtests.Point>> backtest(
            UUID audience, @Nullable Instant from, @Nullable Instant to, int points) {
        return definitions
                .of(audience)
                .map(one -> {
                    Instant last = to == null ? clock.instant() : to;
                    Instant first = from == null ? last.minus(TWO_YEARS) : from;
                    int number = Math.clamp(points, FEWEST_POINTS, MOST_POINTS);
                    return judging.curve(
                            definitions.inlined(one.condition()),
                            Moments.between(first, last, number),
                            new Curve.Progress());
                });
    }

    @Override
    public Optional<List<Overlap>> overlap(UUID audience) {
        return roster.slot(audience)
                .map(slot -> {
                    RoaringBitmap mine = roster.members(slot);
                    List<Overlap> all = new ArrayList<>();
                    for (Slot other : roster.all()) {
                        if (!other.tried() && other != slot && other.staged == null) {
                            RoaringBitmap theirs = roster.members(other);
                            int both = RoaringBitmap.andCardinality(mine, theirs);
                            all.add(
                                    new Overlap(
                                            other.id,
                                            definitions
                                                    .of(other.id)
                                                    .map(Definitions.Definition::name)
                                                    .orElse(""),
                                            both,
                                            RoaringBitmap.orCardinality(mine, theirs),
                                            mine.isEmpty()
                                                    ? 0
                                                    : both / (double) mine.getCardinality()));
                        }
                    }
                    all.sort(Comparator.comparingInt(Overlap::both).reversed());
                    return all;
                });
    }
}
