package io.millrace.intake.files;

import io.millrace.intake.files.Imports.Options;
import io.millrace.intake.files.Imports.Template;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mappings that were saved under a name. */
@Component
final class TemplateTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TemplateTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Template> all() {
        return jdbc.sql("select * from intake.import_templates order by name")
                .query((row, n) ->
                        new Template(
                                row.getString("name"),
                                Kind.of(row.getString("kind")),
                                json.readValue(row.getString("mapping"), new TypeReference<>() {}),
                                json.readValue(row.getString("options"), Options.class)))
                .list();
    }

    void save(Template template, Instant now) {
        jdbc.sql(
                        """
                        insert into intake.import_templates
                        values (:name, :kind, :mapping::jsonb, :options::jsonb, :now::timestamptz)
                        on conflict (name) do update
                        set kind = excluded.kind, mapping = excluded.mapping,
                            options = excluded.options, updated_at = excluded.updated_at
                        """)
                .param("name", template.name())
                .param("kind", template.kind().key())
                .param("mapping", json.writeValueAsString(template.mapping()))
                .param("options", json.writeValueAsString(template.options()))
                .param("now", now.toString())
                .update();
    }

    boolean delete(String name) {
        return jdbc.sql("delete from intake.import_templates where name = :name")
                        .param("name", name)
                        .update()
                > 0;
    }
}
