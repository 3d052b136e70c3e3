package io.millrace.insights;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.Pareto;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The customers behind the numbers of the overview and of the Pareto page. */
@Configuration
class InsightSelections {
    private static final Pattern MEASURED = Pattern.compile("(revenue|profit)-(\\d{1,3}(\\.\\d)?)");

    private static final Pattern PERIOD = Pattern.compile("([a-z]+)(?:-(\\d{1,4}))?");

    /** Reads a selection's value. */
    @FunctionalInterface
    interface Named {
        Optional<? extends SortedSet<ProfileId>> by(String value, @Nullable Instant asOf);
    }

    record Group(String name, Named named) implements Selections {
        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            return named.by(value, asOf).map(found -> found);
        }
    }

    @Bean
    Selections overviewCustomers(Insights insights) {
        return new Group("overview.customers", (value, asOf) -> behind(insights, value, asOf));
    }

    @Bean
    Selections paretoTop(Insights insights) {
        return new Group(
                "pareto.top",
                (value, asOf) -> {
                    Matcher matcher = MEASURED.matcher(value);
                    return matcher.matches()
                            ? insights.top(
                                    measure(matcher), Double.parseDouble(matcher.group(2)), asOf)
                            : Optional.empty();
                });
    }

    @Bean
    Selections paretoTier(Insights insights) {
        return new Group(
                "pareto.tier",
                (value, asOf) -> {
                    Matcher matcher = MEASURED.matcher(value);
                    return matcher.matches() && matcher.group(3) == null
                            ? insights.tier(
                                    measure(matcher), Integer.parseInt(matcher.group(2)), asOf)
                            : Optional.empty();
                });
    }

    /** The key of a group, and the days of its period if they are not the usual ones. */
    private static Optional<SortedProfiles> behind(
            Insights insights, String value, @Nullable Instant asOf) {
        Matcher matcher = PERIOD.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int days =
                matcher.group(2) == null
                        ? Insights.PERIOD_DAYS
                        : Integer.parseInt(matcher.group(2));
        return days < 1 || days > Insights.LONGEST_PERIOD_DAYS
                ? Optional.empty()
                : insights.behind(matcher.group(1), days, asOf);
    }

    private static Pareto.Measure measure(Matcher matcher) {
        return "profit".equals(matcher.group(1)) ? Pareto.Measure.PROFIT : Pareto.Measure.REVENUE;
    }
}
