package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.shared.DataLevel;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to portraits. */
final class DrawnPortraits implements Portraits {
    private final CustomerParts parts;
    private final ChosenVariables variables;

    DrawnPortraits(CustomerParts parts, ChosenVariables variables) {
        this.parts = parts;
        this.variables = variables;
    }

    @Override
    public Optional<Portrait> of(ProfileId customer, @Nullable Instant asOf, Caller caller) {
        Instant at = asOf == null ? parts.clock.instant() : asOf;
        ZoneId zone = parts.workspace.settings().zone();
        return parts.families
                .rootOf(customer)
                .map(root -> {
                    var seen =
                            parts.timelines
                                    .foldOver(
                                            Set.of(root),
                                            words -> new PortraitFold(words, zone),
                                            at)
                                    .value();
                    return new Portrait(
                            at,
                            traits(seen, at.atZone(zone).toLocalDate(), caller),
                            List.copyOf(seen.tags.values()),
                            seen.habits,
                            seen.week);
                });
    }

    private List<Trait> traits(PortraitFold.Seen seen, LocalDate day, Caller caller) {
        Set<String> on = variables.on();
        Map<String, String> values = new HashMap<>();
        seen.traits.forEach((name, trait) -> values.put(name, trait.value()));
        boolean sees = caller.sees(DataLevel.INTERNAL);
        List<Trait> traits = new ArrayList<>();
        for (Variables.Standard one : StandardVariables.ALL) {
            if (!on.contains(one.name())) {
                continue;
            }
            var known = seen.traits.get(one.name());
            if (one.derived()) {
                FamilyLife.stage(values, day)
                        .ifPresent(stage -> traits.add(trait(one, stage, sees, null)));
            } else if (known != null) {
                traits.add(trait(one, known.value(), sees, known.since()));
            }
        }
        return traits;
    }

    private static Trait trait(
            Variables.Standard variable, String value, boolean sees, @Nullable Instant since) {
        return new Trait(variable, sees ? value : "***", !sees, since);
    }
}
