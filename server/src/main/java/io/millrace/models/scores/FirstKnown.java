package io.millrace.models.scores;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was known of each buyer at the first purchase: where it was made, and what the profile said
 * then; what was not said by then counts as it was first said.
 */
final class FirstKnown implements Fold<ScoreColumns> {
    static final String CHANNEL = "order.channel";
    static final String STORE = "order.store";
    private static final String PROFILE = "profile.";

    private final Dictionary words;
    private final long asOf;
    private final List<Figure> figures;
    private final int changed;
    private final int ordered;
    private final int attribute;
    private final int value;

    /** Which attribute of an order each place takes; none for those of the profile. */
    private final int[] ofOrder;

    private final int[] ofProfile;

    /**
     * @param wanted {@link #CHANNEL}, {@link #STORE} or {@link #profile names of attributes}
     * @param asOf only what was known by then
     */
    FirstKnown(Dictionary words, List<String> wanted, long asOf) {
        this.words = words;
        this.asOf = asOf;
        this.figures = wanted.stream().map(one -> Figure.text(one, "", "", List.of())).toList();
        this.changed = words.code(Kinds.PROFILE_CHANGED);
        this.ordered = words.code(Kinds.ORDER_COMPLETED);
        this.attribute = words.code("attribute");
        this.value = words.code("value");
        this.ofOrder = new int[wanted.size()];
        this.ofProfile = new int[wanted.size()];
        for (int i = 0; i < ofOrder.length; i++) {
            String one = wanted.get(i);
            boolean profile = one.startsWith(PROFILE);
            ofOrder[i] = profile ? Dictionary.NONE : words.code(one.replace("order.", ""));
            ofProfile[i] = profile ? words.code(one.substring(PROFILE.length())) : Dictionary.NONE;
        }
    }

    static String profile(String attribute) {
        return PROFILE + attribute;
    }

    @Override
    public ScoreColumns newAccumulator() {
        return new ScoreColumns(figures, 16);
    }

    @Override
    public void accept(Timeline timeline, ScoreColumns into) {
        int row = -1;
        @Nullable String[] known = new String[figures.size()];
        while (timeline.next() && timeline.occurredAt() <= asOf) {
            if (timeline.kind() == ordered && row < 0) {
                row = into.add(timeline.customerHigh(), timeline.customerLow());
                for (int i = 0; i < known.length; i++) {
                    known[i] =
                            ofOrder[i] == Dictionary.NONE ? known[i] : word(timeline, ofOrder[i]);
                }
            } else if (timeline.kind() == changed) {
                change(timeline, row >= 0, known);
            }
        }
        for (int i = 0; row >= 0 && i < known.length; i++) {
            into.set(i, row, known[i]);
        }
    }

    /** Before the first purchase the last word counts, afterwards the first. */
    private void change(Timeline fact, boolean bought, @Nullable String[] known) {
        int name = attribute == Dictionary.NONE ? Dictionary.NONE : fact.text(attribute);
        for (int i = 0; i < known.length; i++) {
            if (name != Dictionary.NONE && name == ofProfile[i] && (!bought || known[i] == null)) {
                known[i] = value == Dictionary.NONE ? null : word(fact, value);
            }
        }
    }

    private @Nullable String word(Timeline fact, int of) {
        int code = fact.text(of);
        return code == Dictionary.NONE ? null : words.word(code);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.PROFILE_CHANGED, Kinds.ORDER_COMPLETED);
    }

    @Override
    public ScoreColumns merge(ScoreColumns left, ScoreColumns right) {
        left.append(right);
        return left;
    }
}
