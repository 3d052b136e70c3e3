package io.millrace.models.satisfaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.PageSettings;
import io.millrace.models.satisfaction.AnswerFold.Raw;
import io.millrace.shared.FieldProblem;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads answers by what the operator, or else the event, says that they mean. */
@Component
final class ReadAnswers implements Answers {
    private static final String NAME = "survey-meanings";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private record Key(Instant asOf, long version) {}

    private record Question(String survey, String question) {}

    /** As it is kept. */
    record Kept(List<Meant> meanings) {}

    private final Timelines timelines;
    private final PageSettings settings;
    private final Clock clock;
    private final Cache<Key, List<Raw>> kept = Caffeine.newBuilder().maximumSize(4).build();

    ReadAnswers(Timelines timelines, PageSettings settings, Clock clock) {
        this.timelines = timelines;
        this.settings = settings;
        this.clock = clock;
    }

    private List<Raw> all(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(
                new Key(instant, timelines.version()),
                key ->
                        timelines
                                .fold(
                                        words -> new AnswerFold(words, Micros.of(key.asOf)),
                                        END_OF_TIME)
                                .value());
    }

    @Override
    public List<Given> given(@Nullable Instant asOf) {
        Map<Question, Meaning> meant = meant();
        List<Given> given = new ArrayList<>();
        for (Raw raw : all(asOf)) {
            Meaning meaning = meaning(raw, meant);
            if (meaning != null && !Double.isNaN(raw.score())) {
                given.add(new Given(raw.customer(), meaning, raw.score(), raw.at()));
            }
        }
        return given;
    }

    private static @Nullable Meaning meaning(Raw raw, Map<Question, Meaning> meant) {
        Meaning own = meant.get(new Question(raw.survey(), raw.question()));
        return own == null ? raw.said() : own;
    }

    private Map<Question, Meaning> meant() {
        Map<Question, Meaning> meant = new HashMap<>();
        meanings()
                .forEach(one ->
                        meant.put(new Question(one.survey(), one.question()), one.meaning()));
        return meant;
    }

    @Override
    public List<Asked> asked(@Nullable Instant asOf) {
        Map<Question, Meaning> meant = meant();
        Map<Question, Asked> asked = new HashMap<>();
        for (Raw raw : all(asOf)) {
            Question key = new Question(raw.survey(), raw.question());
            Meaning meaning = meaning(raw, meant);
            asked.merge(
                    key,
                    new Asked(raw.survey(), raw.question(), 1, meaning, !meant.containsKey(key)),
                    (a, b) ->
                            new Asked(
                                    a.survey(),
                                    a.question(),
                                    a.answers() + 1,
                                    a.meaning() == null ? b.meaning() : a.meaning(),
                                    a.said()));
        }
        return asked.values().stream()
                .sorted(Comparator.comparing(Asked::survey).thenComparing(Asked::question))
                .toList();
    }

    @Override
    public List<Meant> meanings() {
        return settings.read(NAME, Kept.class, new Kept(List.of())).meanings();
    }

    @Override
    public Change change(List<Meant> meanings) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < meanings.size(); i++) {
            if (!usable(meanings.get(i))) {
                problems.add(FieldProblem.of("/" + i, "models.meaning-unusable"));
            }
        }
        if (!problems.isEmpty() || meanings.size() > MOST) {
            return new Change.Invalid(problems);
        }
        settings.write(NAME, new Kept(meanings));
        return new Change.Done(meanings);
    }

    private static boolean usable(Meant meant) {
        Meaning meaning = meant.meaning();
        String about = meaning.about();
        String brand = meaning.brand();
        boolean needsAbout =
                switch (meaning.role()) {
                    case IMPORTANCE, EXPECTED, PERCEIVED -> true;
                    default -> false;
                };
        boolean short_ =
                (about == null || about.length() <= LONGEST)
                        && (brand == null || brand.length() <= LONGEST);
        return short_ && (!needsAbout || (about != null && !about.isBlank()));
    }
}
