package io.millrace.models.scores;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the last fact of a model says of each customer. */
final class ScoreFold implements Fold<ScoreColumns> {
    private static final long NONE = -1;

    private final Dictionary words;
    private final List<Figure> figures;
    private final int scored;
    private final int model;
    private final int key;
    private final int run;
    private final int[] codes;
    private final int[] skipped;

    /**
     * @param skip runs whose facts are looked over
     */
    ScoreFold(Dictionary words, ScoringModel of, Set<UUID> skip) {
        this.words = words;
        this.figures = of.figures();
        this.scored = words.code(Kinds.MODEL_SCORED);
        this.model = words.code("model");
        this.key = words.code(of.key());
        this.run = words.code("run");
        this.codes = figures.stream().mapToInt(one -> words.code(one.key())).toArray();
        this.skipped = skip.stream().mapToInt(one -> words.code(one.toString())).toArray();
    }

    @Override
    public ScoreColumns newAccumulator() {
        return new ScoreColumns(figures, 16);
    }

    @Override
    public void accept(Timeline timeline, ScoreColumns into) {
        if (scored == Dictionary.NONE || key == Dictionary.NONE) {
            return;
        }
        long place = NONE;
        long last = NONE;
        while (timeline.next()) {
            place++;
            if (timeline.kind() == scored
                    && timeline.text(model) == key
                    && !isSkipped(timeline.text(run))) {
                last = place;
            }
        }
        if (last == NONE) {
            return;
        }
        timeline.rewind();
        for (place = 0; place <= last; place++) {
            timeline.next();
        }
        read(timeline, into);
    }

    private boolean isSkipped(int code) {
        for (int one : skipped) {
            if (one == code && code != Dictionary.NONE) {
                return true;
            }
        }
        return false;
    }

    /** A fact without figures says that the customer has none any more. */
    private void read(Timeline timeline, ScoreColumns into) {
        boolean any = false;
        for (int code : codes) {
            any |= code != Dictionary.NONE && timeline.has(code);
        }
        if (!any) {
            return;
        }
        int row = into.add(timeline.customerHigh(), timeline.customerLow());
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == Dictionary.NONE || !timeline.has(codes[i])) {
                continue;
            }
            if (figures.get(i).isText()) {
                int text = timeline.text(codes[i]);
                into.set(i, row, text == Dictionary.NONE ? null : words.word(text));
            } else {
                into.set(i, row, timeline.real(codes[i]));
            }
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.MODEL_SCORED);
    }

    @Override
    public ScoreColumns merge(ScoreColumns left, ScoreColumns right) {
        left.append(right);
        return left;
    }
}
