package io.millrace.audiences;

import io.millrace.kernel.model.LifecyclePresets;
import io.millrace.kernel.model.LifecycleScheme;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The schemes as the product brings them, and as the operator changed them. */
@Component
final class Schemes {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Schemes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<LifecycleScheme> preset(String key) {
        return LifecyclePresets.ALL.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    Optional<LifecycleScheme> find(String key) {
        return preset(key).map(preset -> changed(preset).orElse(preset));
    }

    Optional<LifecycleScheme> changed(LifecycleScheme preset) {
        return jdbc.sql("select scheme from audiences.stage_schemes where key = :key")
                .param("key", preset.key())
                .query(String.class)
                .optional()
                .map(text -> SchemeReader.read(preset, json.readTree(text)))
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
                .param("scheme", json.writeValueAsString(SchemeReader.write(scheme)))
                .update();
    }

    void restore(String key) {
        jdbc.sql("delete from audiences.stage_schemes where key = :key").param("key", key).update();
    }
}
