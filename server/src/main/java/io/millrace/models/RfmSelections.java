package io.millrace.models;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.CustomerType;
import io.millrace.kernel.model.RfmRegion;
import io.millrace.kernel.model.RfmScores;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The customers behind each number of the RFM page. */
@Configuration
class RfmSelections {
    private static final Pattern CELL = Pattern.compile("([1-5])-([1-5])");

    /** Which rows of the scored table a value names. */
    @FunctionalInterface
    interface Rows {
        Optional<IntPredicate> named(String value, RfmScores scores);
    }

    /** The customers in rows of the scored table. */
    record ByRow(String name, Rows rows, Models models) implements Selections {
        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            RfmScores scores = models.rfm(asOf).scores();
            return rows.named(value, scores)
                    .map(passes -> SortedProfiles.of(scores.table(), passes));
        }
    }

    /** Scored customers and the others. */
    record All(Models models) implements Selections {
        @Override
        public String name() {
            return "rfm.all";
        }

        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            Models.Figures figures = models.figures(asOf);
            return switch (value) {
                case "", "scored" -> Optional.of(SortedProfiles.of(figures.table(), _ -> true));
                case "unscored" -> Optional.of(unscored(figures));
                default -> Optional.empty();
            };
        }
    }

    @Bean
    Selections rfmCell(Models models) {
        return new ByRow("rfm.cell", RfmSelections::cell, models);
    }

    @Bean
    Selections rfmType(Models models) {
        return new ByRow("rfm.type", RfmSelections::type, models);
    }

    @Bean
    Selections rfmRegion(Models models) {
        return new ByRow("rfm.region", RfmSelections::region, models);
    }

    /** {@code rfm.r:5}: a score alone. */
    @Bean
    Selections rfmRecency(Models models) {
        return new ByRow("rfm.r", (value, scores) -> score(value, scores::r), models);
    }

    @Bean
    Selections rfmFrequency(Models models) {
        return new ByRow("rfm.f", (value, scores) -> score(value, scores::f), models);
    }

    @Bean
    Selections rfmMonetary(Models models) {
        return new ByRow("rfm.m", (value, scores) -> score(value, scores::m), models);
    }

    @Bean
    Selections rfmAll(Models models) {
        return new All(models);
    }

    private static Optional<IntPredicate> cell(String value, RfmScores scores) {
        Matcher matcher = CELL.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int r = Integer.parseInt(matcher.group(1));
        int fm = Integer.parseInt(matcher.group(2));
        return Optional.of(row -> scores.r(row) == r && scores.fm(row) == fm);
    }

    private static Optional<IntPredicate> score(String value, IntUnaryOperator of) {
        return value.matches("[1-5]")
                ? Optional.of(row -> of.applyAsInt(row) == value.charAt(0) - '0')
                : Optional.empty();
    }

    private static Optional<IntPredicate> type(String value, RfmScores scores) {
        return Arrays.stream(CustomerType.values())
                .filter(type -> type.key().equals(value))
                .findFirst()
                .map(type -> row -> scores.type(row) == type);
    }

    private static Optional<IntPredicate> region(String value, RfmScores scores) {
        return Arrays.stream(RfmRegion.values())
                .filter(region -> region.key().equals(value))
                .findFirst()
                .map(region -> row -> scores.region(row) == region);
    }

    private static SortedProfiles unscored(Models.Figures figures) {
        Population population = figures.population();
        long asOf = figures.table().asOf();
        return population.where(
                row -> population.firstAt(row) <= asOf && !scored(figures, population, row));
    }

    private static boolean scored(Models.Figures figures, Population population, int row) {
        return figures.table().rowOf(population.customer(row)) >= 0;
    }
}
