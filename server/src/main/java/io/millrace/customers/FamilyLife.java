package io.millrace.customers;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The family life stage as of a day, after Wells and Gubar (1966), with single parents of Murphy
 * and Staples (1979). Unknown without the year of birth and the marital status, or where children
 * are at home of unknown age.
 */
final class FamilyLife {
    private static final Set<String> PAIRED = Set.of("married", "partnered");
    private static final int OLDER = 45;
    private static final int SCHOOL = 6;
    private static final int GROWN = 18;

    private FamilyLife() {}

    /**
     * @param traits values by the names of the standard variables
     */
    static Optional<String> stage(Map<String, String> traits, LocalDate day) {
        Integer born = number(traits.get(StandardVariables.BIRTH_YEAR));
        String marital = traits.get(StandardVariables.PARTNER);
        if (born == null || marital == null) {
            return Optional.empty();
        }
        boolean older = day.getYear() - born >= OLDER;
        boolean paired = PAIRED.contains(marital);
        boolean retired = "retired".equals(traits.get(StandardVariables.WORK));
        Integer children = number(traits.get(StandardVariables.CHILDREN_AT_HOME));
        LocalDate youngest = date(traits.get(StandardVariables.YOUNGEST_BORN));
        int age = youngest == null ? -1 : Period.between(youngest, day).getYears();
        boolean atHome = children == null ? age >= 0 && age < GROWN : children > 0;
        if (atHome && age < 0) {
            return Optional.empty();
        }
        if (atHome) {
            return Optional.of(withChildren(paired, older, age));
        }
        if (paired) {
            return Optional.of(retired ? "empty-nest-2" : older ? "empty-nest-1" : "newly-paired");
        }
        return Optional.of(retired ? "survivor-2" : older ? "survivor-1" : "bachelor");
    }

    private static String withChildren(boolean paired, boolean older, int age) {
        if (!paired) {
            return "single-parent";
        }
        if (age < SCHOOL) {
            return "full-nest-1";
        }
        return older ? "full-nest-3" : "full-nest-2";
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
