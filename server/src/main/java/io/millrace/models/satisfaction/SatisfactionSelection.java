package io.millrace.models.satisfaction;

import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers behind each number of the page. */
@Component
final class SatisfactionSelection implements Selections {
    static final String NAME = "satisfaction";
    private static final Pattern VALUE =
            Pattern.compile("([a-z0-9-]{1,60})~(\\d{1,3})~(-?\\d{1,4}(?:\\.\\d{1,4})?)");

    private final MeasuredSatisfaction satisfaction;

    SatisfactionSelection(MeasuredSatisfaction satisfaction) {
        this.satisfaction = satisfaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return satisfaction
                .measured(
                        Integer.parseInt(parts.group(2)), Double.parseDouble(parts.group(3)), asOf)
                .sets()
                .named(parts.group(1));
    }
}
