package io.millrace.audiences.portraits;

import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is like the members of an audience without being one. The same data, question and seed give
 * the same ranking.
 */
public interface LookAlikes {
    Found find(Like like);

    /**
     * @param excluded keys of groupings and figures that are not looked at, such as those by which
     *     the audience is defined
     * @param seed by which those to learn from are drawn
     */
    record Like(UUID audience, List<String> excluded, long seed, @Nullable Instant asOf) {
        public Like {
            excluded = List.copyOf(excluded);
        }
    }

    /** Answers of {@link #find}. */
    sealed interface Found {
        record Done(Ranking ranking) implements Found {}

        record NoSuchAudience() implements Found {}

        /**
         * There is nobody to learn from, or nobody who could be found.
         *
         * @param what {@code members} or {@code others}
         */
        record TooFew(String what, int has, int needs) implements Found {}
    }

    /**
     * @param method {@code model} (logistic regression), or {@code nearness} where there are too
     *     few members to learn from
     * @param candidates who are no members, all of them ranked
     * @param auc of customers held out; null for nearness
     * @param lift by tenths of those held out, the most similar first
     * @param leak what tells the membership itself; null if nothing does
     * @param drivers what counts most, the strongest first
     * @param curve how similar the best so many are
     * @param top the most similar with the reasons
     */
    record Ranking(
            Instant asOf,
            String method,
            int members,
            int candidates,
            int learntMembers,
            int learntOthers,
            @Nullable Double auc,
            List<Double> lift,
            @Nullable Driver leak,
            List<Driver> drivers,
            List<Point> curve,
            List<Similar> top,
            List<String> excluded,
            long seed,
            long millis) {}

    /**
     * @param key of the grouping or figure, by which it can be excluded
     * @param weight in log-odds between the members' mean and the others'; of nearness how many
     *     standard deviations the members' mean is away
     */
    record Driver(String key, Label label, double weight) {}

    /**
     * @param score of the last of them, 0 to 1
     * @param mean of all of them
     */
    record Point(int size, double score, double mean, String open) {}

    /**
     * @param score chance of being a member, 0 to 1; of nearness 1 at the middle, falling to 0
     */
    record Similar(ProfileId customer, double score, List<Reason> reasons) {}

    /**
     * @param weight what it adds in log-odds; negative speaks against
     */
    record Reason(Label label, double weight) {}
}
