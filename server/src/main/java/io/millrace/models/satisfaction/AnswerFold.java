package io.millrace.models.satisfaction;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.models.satisfaction.Answers.Meaning;
import io.millrace.models.satisfaction.Answers.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every answer that a known customer gave by an instant. */
final class AnswerFold implements Fold<List<AnswerFold.Raw>> {
    /**
     * @param score NaN where the answer is no number
     * @param said what the event itself says that it means
     */
    record Raw(
            UUID customer,
            String survey,
            String question,
            double score,
            long at,
            @Nullable Meaning said) {}

    private final Dictionary words;
    private final long asOf;
    private final int known;
    private final int answered;
    private final int question;
    private final int answer;
    private final int score;
    private final int role;
    private final int about;
    private final int brand;

    AnswerFold(Dictionary words, long asOf) {
        this.words = words;
        this.asOf = asOf;
        this.known = words.code(Kinds.CUSTOMER_KNOWN);
        this.answered = words.code(Kinds.SURVEY_ANSWERED);
        this.question = words.code("question");
        this.answer = words.code("answer");
        this.score = words.code("score");
        this.role = words.code("role");
        this.about = words.code("about");
        this.brand = words.code("brand");
    }

    @Override
    public List<Raw> newAccumulator() {
        return new ArrayList<>();
    }

    @Override
    public void accept(Timeline timeline, List<Raw> into) {
        boolean counted = false;
        int before = into.size();
        while (timeline.next()) {
            counted |= timeline.kind() == known;
            if (timeline.kind() == answered && timeline.occurredAt() <= asOf) {
                into.add(
                        new Raw(
                                new UUID(timeline.customerHigh(), timeline.customerLow()),
                                timeline.subject(),
                                text(timeline, question),
                                score(timeline),
                                timeline.occurredAt(),
                                said(timeline)));
            }
        }
        if (!counted) {
            into.subList(before, into.size()).clear();
        }
    }

    private String text(Timeline timeline, int attribute) {
        int code = attribute == Dictionary.NONE ? Dictionary.NONE : timeline.text(attribute);
        return code == Dictionary.NONE ? "" : words.word(code);
    }

    private double score(Timeline timeline) {
        double number = score == Dictionary.NONE ? Double.NaN : timeline.real(score);
        if (Double.isNaN(number) && answer != Dictionary.NONE) {
            number = timeline.real(answer);
        }
        String told = text(timeline, answer);
        return Double.isNaN(number) && told.matches("-?\\d{1,9}(\\.\\d{1,6})?")
                ? Double.parseDouble(told)
                : number;
    }

    private @Nullable Meaning said(Timeline timeline) {
        String word = text(timeline, role);
        for (Role one : Role.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return new Meaning(
                        one, orNull(text(timeline, about)), orNull(text(timeline, brand)));
            }
        }
        return null;
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.SURVEY_ANSWERED, Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public List<Raw> merge(List<Raw> left, List<Raw> right) {
        left.addAll(right);
        return left;
    }
}
