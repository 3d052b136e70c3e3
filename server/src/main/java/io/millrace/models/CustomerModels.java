package io.millrace.models;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The models with their settings in PostgreSQL and their results in memory. */
@Component
final class CustomerModels implements Models {
    private final Runs runs;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerModels(Runs runs, JdbcClient jdbc, JsonMapper json) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Figures figures(@Nullable Instant asOf) {
        return runs.figures(asOf);
    }

    @Override
    public Rfm rfm(@Nullable Instant asOf) {
        return runs.scored(asOf, settings());
    }

    @Override
    public PurchaseHistories histories(@Nullable Instant asOf) {
        return runs.histories(asOf);
    }

    @Override
    public RfmSettings settings() {
        return jdbc.sql("select settings from models.rfm_settings")
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, RfmSettings.class).complete())
                .orElse(RfmSettings.DEFAULT);
    }

    @Override
    public SettingsChange change(RfmSettings settings) {
        List<FieldProblem> problems = settings.problems();
        if (!problems.isEmpty()) {
            return new SettingsChange.Invalid(problems);
        }
        RfmSettings complete = settings.complete();
        jdbc.sql(
                        """
                        insert into models.rfm_settings (settings) values (cast(:settings as jsonb))
                        on conflict (only_row) do update set settings = excluded.settings
                        """)
                .param("settings", json.writeValueAsString(complete))
                .update();
        return new SettingsChange.Done(complete);
    }
}
