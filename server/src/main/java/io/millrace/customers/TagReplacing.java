package io.millrace.customers;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives everybody who bears one value of a category another one instead. */
final class TagReplacing implements Jobs.Work {
    static final String KIND = "customers.replace-tag";
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tags tags;
    private final Clock clock;
    private final JsonMapper json;

    TagReplacing(CustomerParts parts, JsonMapper json) {
        this.jdbc = parts.jdbc;
        this.transactions = parts.transactions;
        this.tags = parts.tags;
        this.clock = parts.clock;
        this.json = json;
    }

    record Input(String category, String value, String with, String by) {}

    private record Borne(UUID id, ProfileId profile, List<String> days) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        var input = json.readValue(run.input(), Input.class);
        var done = 0L;
        while (true) {
            var changed = transactions.execute(_ -> batch(input));
            if (changed == null || changed == 0) {
                return;
            }
            done += changed;
            run.step(done, null, Map.of("customers", done), null);
        }
    }

    private int batch(Input input) {
        var borne =
                jdbc.sql(
                                """
                                select id, profile, schedule_days from customers.tags
                                where category = :category and value = :value
                                order by profile limit :limit for update
                                """)
                        .param("category", input.category)
                        .param("value", input.value)
                        .param("limit", AT_ONCE)
                        .query(TagReplacing::borne)
                        .list();
        jdbc.sql(
                        """
                        insert into customers.tags (id, profile, category, value, schedule_days,
                            schedule_text, source, set_by, set_at, by_hand)
                        select gen_random_uuid(), profile, category, :with, schedule_days,
                            schedule_text, source, set_by, set_at, by_hand
                        from customers.tags where id = any (:ids::uuid[])
                        on conflict (profile, category, value) do nothing
                        """)
                .param("with", input.with)
                .param("ids", SqlArrays.uuids(borne.stream().map(Borne::id).toList()))
                .update();
        jdbc.sql("delete from customers.tags where id = any (:ids::uuid[])")
                .param("ids", SqlArrays.uuids(borne.stream().map(Borne::id).toList()))
                .update();
        tell(input, borne);
        return borne.size();
    }

    private void tell(Input input, List<Borne> borne) {
        var now = clock.instant();
        var told = new ArrayList<Tags.Told>();
        for (var one : borne) {
            told.add(new Tags.Told(one.profile, Kinds.TAG_REMOVED, input.value, List.of()));
            told.add(new Tags.Told(one.profile, Kinds.TAG_ADDED, input.with, one.days));
        }
        tags.tell(told, input.category, "rename", input.by, now);
    }

    private static Borne borne(ResultSet row, int number) throws SQLException {
        java.sql.@Nullable Array days = row.getArray("schedule_days");
        return new Borne(
                row.getObject("id", UUID.class),
                new ProfileId(row.getObject("profile", UUID.class)),
                days == null ? List.of() : Arrays.asList((String[]) days.getArray()));
    }
}
