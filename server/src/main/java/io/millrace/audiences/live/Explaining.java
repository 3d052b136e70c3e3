package io.millrace.audiences.live;

import io.millrace.audiences.live.AudienceAnswers.Clause;
import io.millrace.audiences.live.AudienceAnswers.Why;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Explanation;
import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a condition of one customer and tells what each clause found. */
@Component
final class Explaining {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Timelines timelines;
    private final Definitions definitions;
    private final Judging judging;

    Explaining(Timelines timelines, Definitions definitions, Judging judging) {
        this.timelines = timelines;
        this.definitions = definitions;
        this.judging = judging;
    }

    /** The explanation first, then the verdict: settling forgets what was measured. */
    private record Answer(Explanation explanation, Verdict verdict) {}

    /** Absent for somebody of whom nothing is known. */
    Optional<Why> why(Condition condition, ProfileId customer, Instant asOf) {
        Condition inlined = definitions.inlined(condition);
        long at = Micros.of(asOf);
        Judgements judged =
                judging.some(new Panel(List.of(inlined)), Set.of(customer), (_, _) -> at);
        boolean member = judged.size() > 0 && judged.holds(0, 0);
        List<Answer> answers =
                timelines
                        .foldOver(
                                Set.of(customer),
                                words -> new Asking(words, inlined, at, judging.zone()),
                                END_OF_TIME)
                        .value();
        return answers.stream()
                .findFirst()
                .map(answer ->
                        new Why(
                                member,
                                instant(answer.verdict.until()),
                                asOf,
                                clause(answer.explanation)));
    }

    private record Asking(Dictionary words, Condition condition, long asOf, ZoneId zone)
            implements Fold<List<Answer>> {
        @Override
        public List<Answer> newAccumulator() {
            return new ArrayList<>();
        }

        @Override
        public void accept(Timeline timeline, List<Answer> into) {
            Evaluator evaluator = Evaluator.of(List.of(condition), words, zone);
            evaluator.measure(timeline, asOf);
            Explanation explanation = evaluator.explain(0);
            into.add(new Answer(explanation, evaluator.settle(timeline, asOf, 0)));
        }

        @Override
        public List<Answer> merge(List<Answer> left, List<Answer> right) {
            left.addAll(right);
            return left;
        }
    }

    private Clause clause(Explanation explanation) {
        return new Clause(
                JacksonConditions.node(explanation.condition()),
                Wording.of(explanation.condition(), definitions),
                explanation.truth().name().toLowerCase(Locale.ROOT),
                explanation.found().isSealed()
                        ? "•••"
                        : explanation.found().value().map(Explaining::text).orElse(null),
                explanation.found().facts(),
                explanation.found().facts() == 0 ? null : instant(explanation.found().lastAt()),
                instant(explanation.until()),
                explanation.parts().stream().map(this::clause).toList());
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> Double.toString(number);
            case Value.Flag(boolean flag) -> Boolean.toString(flag);
            case Value.Sealed _ -> "•••";
        };
    }

    private static @Nullable Instant instant(long micros) {
        return micros == Verdict.NEVER ? null : Micros.toInstant(micros);
    }
}
