package io.millrace.models.scores;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The settings of scores as they are kept. */
@Component
class SettingsTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SettingsTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    ScoreSettings read() {
        return jdbc.sql("select settings from models.score_settings")
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ScoreSettings.class))
                .orElse(ScoreSettings.DEFAULT);
    }

    void write(ScoreSettings settings) {
        jdbc.sql(
                        """
                        insert into models.score_settings (settings)
                        values (cast(:settings as jsonb))
                        on conflict (only_row) do update set settings = excluded.settings
                        """)
                .param("settings", json.writeValueAsString(settings))
                .update();
    }
}
