package io.millrace.models.economics;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.economics.Tenures;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers behind the numbers: {@code economics:kept-year-3}. */
@Component
record TenureSelections(TenuresKept kept) implements Selections {
    private static final Pattern VALUE = Pattern.compile("([a-z]+)-(year|half|quarter)-(\\d{1,3})");

    @Override
    public String name() {
        return Groups.NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var every = Economics.Every.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
        TenuresKept.Grouped grouped = kept.of(every, asOf);
        IntPredicate is = grouped.groups().of(parts.group(1), Integer.parseInt(parts.group(3)));
        Tenures tenures = grouped.tenures();
        return is == null
                ? Optional.empty()
                : Optional.of(
                        SortedProfiles.of(
                                tenures.histories(), row -> tenures.isBuyer(row) && is.test(row)));
    }
}
