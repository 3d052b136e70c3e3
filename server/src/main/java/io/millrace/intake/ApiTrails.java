package io.millrace.intake;

import io.millrace.access.AccessKeys;
import io.millrace.access.AccessKeys.Key;
import io.millrace.customers.FactTrails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts that came by HTTP: their source is the name of a write key. */
record ApiTrails(AccessKeys keys) implements FactTrails {
    @Override
    public @Nullable Trail of(Asked fact) {
        List<String> prefixes =
                keys.list().stream()
                        .filter(key -> key.kind() == AccessKeys.Kind.WRITE)
                        .filter(key -> key.name().equals(fact.source()))
                        .map(Key::prefix)
                        .toList();
        return prefixes.isEmpty()
                ? null
                : new Trail("api", fact.source(), fact.recordedAt(), prefixes, null, null, null);
    }
}
