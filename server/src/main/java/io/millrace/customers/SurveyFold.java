package io.millrace.customers;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every answer that customers gave to surveys. */
final class SurveyFold implements Fold<List<SurveyFold.Given>> {
    /** */
    record Given(
            ProfileId root, String survey, String question, String answer, long at, String source) {
        SurveyMappings.Answer answered() {
            return new SurveyMappings.Answer(root, answer, Micros.toInstant(at), source);
        }
    }

    private final Dictionary dictionary;
    private final int answered;
    private final int question;
    private final int answer;

    SurveyFold(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.answered = dictionary.code(Kinds.SURVEY_ANSWERED);
        this.question = dictionary.code("question");
        this.answer = dictionary.code("answer");
    }

    @Override
    public List<Given> newAccumulator() {
        return new ArrayList<>();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.SURVEY_ANSWERED);
    }

    @Override
    public void accept(Timeline timeline, List<Given> into) {
        while (timeline.next()) {
            if (timeline.kind() != answered || timeline.text(question) == Dictionary.NONE) {
                continue;
            }
            String said = answer(timeline);
            if (!said.isEmpty()) {
                into.add(
                        new Given(
                                new ProfileId(
                                        new UUID(timeline.customerHigh(), timeline.customerLow())),
                                timeline.subject(),
                                dictionary.word(timeline.text(question)),
                                said,
                                timeline.occurredAt(),
                                dictionary.word(timeline.source())));
            }
        }
    }

    private String answer(Timeline timeline) {
        int text = timeline.text(answer);
        if (text != Dictionary.NONE) {
            return dictionary.word(text);
        }
        long whole = timeline.whole(answer, Long.MIN_VALUE);
        return whole == Long.MIN_VALUE ? "" : Long.toString(whole);
    }

    @Override
    public List<Given> merge(List<Given> left, List<Given> right) {
        left.addAll(right);
        return left;
    }
}
