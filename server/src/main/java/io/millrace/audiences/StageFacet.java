package io.millrace.audiences;

import io.millrace.customers.Facets;
import io.millrace.kernel.model.LifecyclePresets;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each customer's stage in the first scheme, in lists and on the customer's page. */
@Component
final class StageFacet implements Facets {
    private final Audiences audiences;

    StageFacet(Audiences audiences) {
        this.audiences = audiences;
    }

    record InStage(String scheme, String stage, Label label) implements Facet {}

    @Override
    public String name() {
        return "stage";
    }

    @Override
    public Map<ProfileId, InStage> of(Set<ProfileId> roots, @Nullable Instant asOf) {
        String scheme = LifecyclePresets.ACTIVITY.key();
        return audiences.stagesOf(scheme, roots, asOf).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        new InStage(
                                                scheme,
                                                entry.getValue().key(),
                                                entry.getValue().label())));
    }
}
