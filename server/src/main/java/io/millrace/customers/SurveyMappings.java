package io.millrace.customers;

import io.millrace.customers.Customers.Description;
import io.millrace.customers.Customers.Heard;
import io.millrace.customers.Surveys.Mapping;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mappings of answers as rows, and what answers say by them. */
final class SurveyMappings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Describing describing;

    SurveyMappings(JdbcClient jdbc, Describing describing) {
        this.jdbc = jdbc;
        this.describing = describing;
    }

    /**
     * @param source from where it came
     */
    record Answer(ProfileId profile, String answer, Instant at, String source) {}

    List<Mapping> all() {
        return jdbc.sql(
                        """
                        select id, survey, question, attribute, answers::text
                        from customers.survey_mappings order by survey, question
                        """)
                .query(SurveyMappings::mapping)
                .list();
    }

    private static Mapping mapping(ResultSet row, int number) throws SQLException {
        return new Mapping(
                row.getObject("id", UUID.class),
                row.getString("survey"),
                row.getString("question"),
                row.getString("attribute"),
                JSON.readValue(
                        row.getString("answers"), new TypeReference<Map<String, String>>() {}));
    }

    UUID save(UUID id, Surveys.Wanted wanted, String by, Instant at) {
        return jdbc.sql(
                        """
                        insert into customers.survey_mappings
                            (id, survey, question, attribute, answers, made_by, made_at)
                        values (:id, :survey, :question, :attribute, :answers::jsonb, :by, :at)
                        on conflict (survey, question) do update
                        set attribute = excluded.attribute, answers = excluded.answers,
                            made_by = excluded.made_by, made_at = excluded.made_at
                        returning id
                        """)
                .param("id", id)
                .param("survey", wanted.survey())
                .param("question", wanted.question())
                .param("attribute", wanted.attribute())
                .param("answers", JSON.writeValueAsString(wanted.answers()))
                .param("by", by)
                .param("at", SqlArrays.at(at))
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from customers.survey_mappings where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** In the caller's transaction. */
    void answered(List<Heard> heard) {
        if (heard.isEmpty()) {
            return;
        }
        List<Mapping> mappings = all();
        for (Mapping mapping : mappings) {
            List<Answer> answers = new ArrayList<>();
            for (Heard one : heard) {
                if (mapping.survey().equals(one.subject())
                        && mapping.question().equals(text(one.attributes().get("question")))) {
                    String answer = text(one.attributes().get("answer"));
                    if (answer != null) {
                        answers.add(new Answer(one.profile(), answer, one.at(), one.source()));
                    }
                }
            }
            learn(mapping, answers);
        }
    }

    /** Answers how many values became others. */
    int learn(Mapping mapping, List<Answer> answers) {
        List<Description> said = new ArrayList<>();
        for (Answer one : answers) {
            String value =
                    mapping.answers().isEmpty() ? one.answer : mapping.answers().get(one.answer);
            if (value != null) {
                Map<String, @Nullable String> values = new HashMap<>();
                values.put(mapping.attribute(), value);
                said.add(new Description(one.profile, values, one.at, one.source));
            }
        }
        return describing.describe(said).size();
    }

    static @Nullable String text(@Nullable Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Flag(boolean flag) -> Boolean.toString(flag);
            case null, default -> null;
        };
    }
}
