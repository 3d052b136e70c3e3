package io.millrace.models;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A row of JSON for each page. */
@Component
class StoredPageSettings implements PageSettings {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredPageSettings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public <S> S read(String page, Class<S> type, S otherwise) {
        return jdbc.sql("select settings from models.page_settings where page = :page")
                .param("page", page)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, type))
                .orElse(otherwise);
    }

    @Override
    public <S> void write(String page, S settings) {
        jdbc.sql(
                        """
                        insert into models.page_settings (page, settings)
                        values (:page, cast(:settings as jsonb))
                        on conflict (page) do update set settings = excluded.settings
                        """)
                .param("page", page)
                .param("settings", json.writeValueAsString(settings))
                .update();
    }
}
