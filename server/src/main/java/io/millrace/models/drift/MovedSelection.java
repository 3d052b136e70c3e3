package io.millrace.models.drift;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.RfmRegion;
import io.millrace.models.drift.Moved.Dimension;
import io.millrace.models.drift.Moved.Way;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers who score otherwise than on an earlier day. */
@Component
final class MovedSelection implements Selections {
    private static final String NAME = "rfm.moved";
    private static final String DAY = "@(\\d{4}-\\d\\d-\\d\\d)";
    private static final Pattern SCORE = Pattern.compile("([rfm])-([a-z-]+)" + DAY);
    private static final Pattern SEGMENT = Pattern.compile("([a-z-]+)~([a-z-]+)~(all|bound)" + DAY);

    private final FoundDrift drift;

    MovedSelection(FoundDrift drift) {
        this.drift = drift;
    }

    static String open(Dimension score, Way way, LocalDate since) {
        return "in=%s:%s-%s@%s".formatted(NAME, score.key(), way.key(), since);
    }

    /**
     * @param bound true for those only whom the bounds moved
     */
    static String open(RfmRegion from, RfmRegion to, boolean bound, LocalDate since) {
        return "in=%s:%s~%s~%s@%s"
                .formatted(NAME, from.key(), to.key(), bound ? "bound" : "all", since);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        try {
            Matcher score = SCORE.matcher(value);
            if (score.matches()) {
                return score(score.group(1), score.group(2), score.group(3), asOf);
            }
            Matcher segment = SEGMENT.matcher(value);
            return segment.matches() ? segment(segment, asOf) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private Optional<SortedSet<ProfileId>> score(
            String score, String way, String day, @Nullable Instant asOf) {
        Optional<Dimension> dimension =
                Arrays.stream(Dimension.values())
                        .filter(one -> one.key().equals(score))
                        .findFirst();
        Optional<Way> moved =
                Arrays.stream(Way.values()).filter(one -> one.key().equals(way)).findFirst();
        if (dimension.isEmpty() || moved.isEmpty()) {
            return Optional.empty();
        }
        Moved all = drift.moved(LocalDate.parse(day), asOf);
        return Optional.of(all.where(row -> all.way(dimension.get(), row) == moved.get()));
    }

    private Optional<SortedSet<ProfileId>> segment(Matcher value, @Nullable Instant asOf) {
        Moved all = drift.moved(LocalDate.parse(value.group(4)), asOf);
        boolean bound = value.group(3).equals("bound");
        IntPredicate passes =
                row ->
                        all.from(row).key().equals(value.group(1))
                                && all.to(row).key().equals(value.group(2))
                                && (!bound || all.isByBound(row));
        return Optional.of(all.where(passes));
    }
}
