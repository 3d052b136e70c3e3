package io.millrace.models.satisfaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.Models;
import io.millrace.models.satisfaction.Answers.Given;
import io.millrace.models.satisfaction.Answers.Meant;
import io.millrace.models.satisfaction.Answers.Role;
import io.millrace.models.satisfaction.ServiceFold.Contact;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures the moment; each answer is kept until a fact arrives. */
@Component
final class MeasuredSatisfaction implements Satisfaction {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final double SATISFIED = 4;
    private static final double EASY = 5;

    private record Key(Instant asOf, long version, int days, double enough, List<Meant> meanings) {}

    /** A page with those behind its numbers. */
    record Measured(Page page, Sets sets) {}

    private final Timelines timelines;
    private final Answers answers;
    private final Models models;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, Measured> kept = Caffeine.newBuilder().maximumSize(6).build();

    MeasuredSatisfaction(
            Timelines timelines, Answers answers, Models models, Workspace workspace, Clock clock) {
        this.timelines = timelines;
        this.answers = answers;
        this.models = models;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public Page page(int days, double enough, @Nullable Instant asOf) {
        return measured(days, enough, asOf).page();
    }

    Measured measured(int days, double enough, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        Key key = new Key(instant, timelines.version(), days, enough, answers.meanings());
        return kept.get(key, this::measure);
    }

    private Measured measure(Key key) {
        ZoneId zone = workspace.settings().zone();
        Sets sets = new Sets("~" + key.days + "~" + key.enough);
        List<Given> given = answers.given(key.asOf);
        Latest latest = new Latest(given);
        List<Contact> contacts =
                timelines
                        .fold(words -> new ServiceFold(words, Micros.of(key.asOf)), END_OF_TIME)
                        .value();
        Attributes attributes = new Attributes(latest, sets);
        Afterwards afterwards =
                new Afterwards(
                        models.histories(key.asOf),
                        Micros.day(Micros.of(key.asOf), zone),
                        key.days,
                        at -> Micros.day(at, zone),
                        sets);
        Map<UUID, Double> satisfied = satisfied(latest, contacts);
        RfmScores scores = models.rfm(key.asOf).scores();
        Page page =
                new Page(
                        key.asOf,
                        key.days,
                        key.enough,
                        Arrays.stream(Role.values())
                                .filter(one -> !latest.has(one))
                                // The service asks for satisfaction too.
                                .filter(one -> one != Role.CSAT || satisfied.isEmpty())
                                .toList(),
                        Recommending.promoters(latest, sets),
                        Recommending.months(given, zone, sets),
                        Recommending.types(latest, who -> type(scores, who), sets),
                        Recommending.rated(satisfied, SATISFIED, "csat", sets),
                        Recommending.rated(scores(latest.of(Role.CES)), EASY, "ces", sets),
                        attributes.all(),
                        attributes.choice(key.enough),
                        afterwards.byAttitude(given),
                        afterwards.recovery(contacts));
        return new Measured(page, sets);
    }

    private static @Nullable String type(RfmScores scores, UUID who) {
        int row = scores.table().rowOf(who);
        return row < 0 ? null : scores.type(row).key();
    }

    private static Map<UUID, Double> scores(Map<UUID, Given> given) {
        Map<UUID, Double> scores = new TreeMap<>();
        given.forEach((who, one) -> scores.put(who, one.score()));
        return scores;
    }

    /** What was said last, in a survey or to the service. */
    private static Map<UUID, Double> satisfied(Latest latest, List<Contact> contacts) {
        Map<UUID, Double> scores = scores(latest.of(Role.CSAT));
        contacts.stream()
                .filter(one -> !Double.isNaN(one.satisfaction()))
                .sorted(Comparator.comparingLong(Contact::at))
                .forEach(one -> {
                    Given said = latest.of(Role.CSAT).get(one.customer());
                    if (said == null || said.at() <= one.at()) {
                        scores.put(one.customer(), one.satisfaction());
                    }
                });
        return scores;
    }
}
