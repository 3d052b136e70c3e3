package io.millrace.audiences.web;

import io.millrace.audiences.Audiences;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /stages}; revenue in minor units of {@code currency}. */
record StagesView(
        String scheme,
        List<Audiences.SchemeName> schemes,
        Instant asOf,
        int customers,
        @Nullable String currency,
        List<Audiences.Stage> stages,
        long version) {

    static StagesView of(Audiences.Stages stages, List<Audiences.SchemeName> schemes) {
        return new StagesView(
                stages.scheme(),
                schemes,
                stages.asOf(),
                stages.customers(),
                stages.currency(),
                stages.stages(),
                stages.version());
    }
}
