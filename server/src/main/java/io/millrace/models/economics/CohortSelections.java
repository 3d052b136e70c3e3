package io.millrace.models.economics;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.economics.Cohorts;
import io.millrace.models.Models;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who first bought in a month ({@code economics.acquired:2025-03}), for whom so many months since
 * the first purchase are over ({@code economics.acquired:7}), and for whom not more ({@code
 * economics.acquired:to-7}).
 */
@Component
record CohortSelections(Models models, Workspace workspace, Clock clock) implements Selections {
    private static final String NAME = "economics.acquired";
    private static final Pattern MONTHS = Pattern.compile("(to-)?(\\d{1,4})");

    static String came(YearMonth month) {
        return "in=" + NAME + ":" + month;
    }

    static String reached(int month) {
        return "in=" + NAME + ":" + month;
    }

    static String upTo(int months) {
        return "in=" + NAME + ":to-" + months;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        PurchaseHistories histories = models.histories(instant);
        Cohorts cohorts = of(histories, instant);
        try {
            IntPredicate is = in(value, cohorts);
            return Optional.of(
                    SortedProfiles.of(histories, row -> cohorts.isBuyer(row) && is.test(row)));
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }

    private static IntPredicate in(String value, Cohorts cohorts) {
        Matcher told = MONTHS.matcher(value);
        if (told.matches()) {
            int months = Integer.parseInt(told.group(2));
            return told.group(1) == null
                    ? row -> cohorts.complete(row) >= months
                    : row -> cohorts.complete(row) <= months;
        }
        YearMonth month = YearMonth.parse(value);
        return row -> cohorts.cohort(row).equals(month);
    }

    Cohorts of(PurchaseHistories histories, Instant asOf) {
        return Cohorts.of(
                histories,
                Math.toIntExact(
                        asOf.atZone(workspace.settings().zone()).toLocalDate().toEpochDay()));
    }
}
