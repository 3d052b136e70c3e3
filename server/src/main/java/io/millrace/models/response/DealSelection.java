package io.millrace.models.response;

import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers who bought on a deal: {@code deals:month~2026-05}, {@code deals:category~<encoded>},
 * {@code deals:none} for products without a category.
 */
@Component
final class DealSelection implements Selections {
    private static final String NAME = "deals";
    private static final String MONTH = "month~";
    private static final String CATEGORY = "category~";
    private static final String NONE = "none";

    private final FoundResponses responses;

    DealSelection(FoundResponses responses) {
        this.responses = responses;
    }

    static String ofMonth(YearMonth month) {
        return "in=" + NAME + ':' + MONTH + month;
    }

    static String ofCategory(@Nullable String category) {
        return "in="
                + NAME
                + ':'
                + (category == null
                        ? NONE
                        : CATEGORY
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(category.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        if (value.startsWith(MONTH)) {
            return month(value.substring(MONTH.length()))
                    .map(month ->
                            responses
                                    .lines(asOf)
                                    .onDeal((day, _) -> CountedDemands.month(day).equals(month)));
        }
        Lines lines = responses.lines(asOf);
        return group(value, lines)
                .map(group -> lines.onDeal((_, line) -> lines.group(line) == group));
    }

    private static Optional<Integer> group(String value, Lines lines) {
        if (value.equals(NONE)) {
            return Optional.of(lines.categories.size());
        }
        if (!value.startsWith(CATEGORY)) {
            return Optional.empty();
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(value.substring(CATEGORY.length()));
            int group = lines.categories.indexOf(new String(name, StandardCharsets.UTF_8));
            return group < 0 ? Optional.empty() : Optional.of(group);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }
}
