package io.millrace.models.growth;

import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The customers behind the numbers of growth. */
@Configuration
class GrowthSelections {
    private static final String NEW = "growth.new";
    private static final String COHORT = "growth.cohort";
    private static final Pattern RANGE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d\\d)\\+(\\d{1,3})");

    /** Whose first purchase was on one of these days, both inclusive. */
    static String fresh(LocalDate from, LocalDate to) {
        return "in=" + NEW + ":" + from + ".." + to;
    }

    /** Who first bought in a month and bought again so many months after it. */
    static String cohort(LocalDate month, int after) {
        return "in=" + COHORT + ":" + YearMonth.from(month) + "%2B" + after;
    }

    /** Whose first purchase was within some days. */
    record New(FoundGrowth growth) implements Selections {
        @Override
        public String name() {
            return NEW;
        }

        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            Matcher range = RANGE.matcher(value);
            if (!range.matches()) {
                return Optional.empty();
            }
            try {
                long from = LocalDate.parse(range.group(1)).toEpochDay();
                long to = LocalDate.parse(range.group(2)).toEpochDay();
                Newcomers newcomers = growth.newcomers(asOf);
                return Optional.of(
                        newcomers.where(row ->
                                newcomers.firstDay(row) >= from && newcomers.firstDay(row) <= to));
            } catch (DateTimeParseException noDate) {
                return Optional.empty();
            }
        }
    }

    /** Who first bought in a month and was there so many months later. */
    record Cohort(FoundGrowth growth) implements Selections {
        @Override
        public String name() {
            return COHORT;
        }

        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            Matcher cell = MONTH.matcher(value);
            if (!cell.matches()) {
                return Optional.empty();
            }
            try {
                int month = Newcomers.month(YearMonth.parse(cell.group(1)).atDay(1));
                int after = Integer.parseInt(cell.group(2));
                Newcomers newcomers = growth.newcomers(asOf);
                return Optional.of(
                        newcomers.where(row ->
                                newcomers.cohort(row) == month
                                        && newcomers.isActive(row, month + after)));
            } catch (DateTimeParseException noMonth) {
                return Optional.empty();
            }
        }
    }

    @Bean
    Selections growthNew(FoundGrowth growth) {
        return new New(growth);
    }

    @Bean
    Selections growthCohort(FoundGrowth growth) {
        return new Cohort(growth);
    }
}
