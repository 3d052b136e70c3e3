package io.millrace.audiences;

import io.millrace.kernel.model.LifecyclePresets;
import io.millrace.kernel.model.LifecycleScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The schemes as the product brings them, and as the operator changed them. */
@Component
final class Schemes implements SchemeRules {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ConditionNodes conditions;

    /** Conditions are asked often, and schemes change seldom. */
    private volatile @Nullable Map<String, LifecycleScheme> known;

    Schemes(JdbcClient jdbc, JsonMapper json, ConditionNodes conditions) {
        this.jdbc = jdbc;
        this.json = json;
        this.conditions = conditions;
    }

    Optional<LifecycleScheme> preset(String key) {
        return LifecyclePresets.ALL.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    @Override
    public List<LifecycleScheme> all() {
        Map<String, LifecycleScheme> schemes = known();
        return LifecyclePresets.ALL.stream()
                .map(preset -> schemes.getOrDefault(preset.key(), preset))
                .toList();
    }

    @Override
    public Optional<LifecycleScheme> find(String key) {
        return Optional.ofNullable(known().get(key));
    }

    private Map<String, LifecycleScheme> known() {
        Map<String, LifecycleScheme> ready = known;
        if (ready == null) {
            ready =
                    LifecyclePresets.ALL.stream()
                            .map(preset -> changed(preset).orElse(preset))
                            .collect(Collectors.toMap(LifecycleScheme::key, Function.identity()));
            known = ready;
        }
        return ready;
    }

    /** Reads them again; after a change that did not come about. */
    void forget() {
        known = null;
    }

    private Optional<LifecycleScheme> changed(LifecycleScheme preset) {
        return jdbc.sql("select scheme from audiences.stage_schemes where key = :key")
                .param("key", preset.key())
                .query(String.class)
                .optional()
                .map(text -> SchemeReader.read(preset, json.readTree(text), conditions))
                .map(read ->
                        switch (read) {
                            case SchemeReader.Read.Done(LifecycleScheme scheme) -> scheme;
                            // Rules that an older version wrote and this one cannot read.
                            case SchemeReader.Read.Invalid _ -> preset;
                        });
    }

    void save(LifecycleScheme scheme) {
        jdbc.sql(
                        """
                        insert into audiences.stage_schemes (key, scheme)
                        values (:key, cast(:scheme as jsonb))
                        on conflict (key) do update set scheme = excluded.scheme
                        """)
                .param("key", scheme.key())
                .param("scheme", json.writeValueAsString(SchemeReader.write(scheme, conditions)))
                .update();
        known = null;
    }

    void restore(String key) {
        jdbc.sql("delete from audiences.stage_schemes where key = :key").param("key", key).update();
        known = null;
    }
}
