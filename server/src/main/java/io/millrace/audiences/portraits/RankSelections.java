package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.LookAlikes.Like;
import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The best so many of a ranking. */
@Configuration
class RankSelections {
    private static final String LIKE = "lookalike";
    private static final String CHOICE = "choice";
    private static final Pattern LIKED =
            Pattern.compile("([0-9a-f-]{36})~(\\d{1,9})~(-?\\d{1,18})~(.*)");
    private static final Pattern CHOSEN =
            Pattern.compile(
                    "(present|future|similar)~(\\d{1,9})~(revenue|profit)~(\\d{1,5})~(-?\\d{1,18})");
    private static final String BETWEEN = "|";

    /** Reads a selection's value. */
    @FunctionalInterface
    interface Named {
        Optional<SortedSet<ProfileId>> by(String value, @Nullable Instant asOf);
    }

    record Best(String name, Named named) implements Selections {
        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            return named.by(value, asOf);
        }
    }

    /** {@code lookalike:<audience>~<size>~<seed>~<excluded|…>}. */
    @Bean
    Selections lookAlike(Likenesses likenesses, Bases bases) {
        return new Best(LIKE, (value, asOf) -> liked(value, asOf, likenesses, bases));
    }

    /** {@code choice:<ranking>~<size>~<measure>~<days>~<seed>}. */
    @Bean
    Selections choice(ChoosingCustomers choices, Bases bases) {
        return new Best(CHOICE, (value, asOf) -> chosen(value, asOf, choices, bases));
    }

    static String selection(Like like, int size) {
        String excluded = GroupSelections.written(String.join(BETWEEN, like.excluded()));
        return "%s:%s~%d~%d~%s".formatted(LIKE, like.audience(), size, like.seed(), excluded);
    }

    static String selection(String ranking, int size, Choices.Question question) {
        return "%s:%s~%d~%s~%d~%d"
                .formatted(
                        CHOICE,
                        ranking,
                        size,
                        question.measure(),
                        question.days(),
                        question.seed());
    }

    private static Optional<SortedSet<ProfileId>> liked(
            String value, @Nullable Instant asOf, Likenesses likenesses, Bases bases) {
        Matcher matcher = LIKED.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String excluded = GroupSelections.meant(matcher.group(4));
        List<String> keys =
                excluded.isEmpty() ? List.of() : Arrays.asList(excluded.split("\\|", -1));
        BitSet rows =
                likenesses.best(
                        UUID.fromString(matcher.group(1)),
                        keys,
                        Long.parseLong(matcher.group(3)),
                        Integer.parseInt(matcher.group(2)),
                        asOf);
        return rows == null ? Optional.empty() : Optional.of(bases.of(asOf).profiles(rows));
    }

    private static Optional<SortedSet<ProfileId>> chosen(
            String value, @Nullable Instant asOf, ChoosingCustomers choices, Bases bases) {
        Matcher matcher = CHOSEN.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Choices.Question question =
                new Choices.Question(
                        matcher.group(3),
                        Integer.parseInt(matcher.group(4)),
                        Long.parseLong(matcher.group(5)),
                        asOf);
        return choices.ranking(matcher.group(1), question)
                .map(ranked ->
                        bases.of(asOf).profiles(ranked.top(Integer.parseInt(matcher.group(2)))));
    }
}
