package io.millrace.models.scores;

import io.millrace.models.scores.Scores.Every;
import io.millrace.models.scores.Scores.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When models run by themselves. */
@Component
class ScheduleTable {
    private final JdbcClient jdbc;

    ScheduleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(String model, Schedule schedule) {}

    Optional<Schedule> of(String model) {
        return jdbc.sql("select every, weekday, at, due from models.schedules where model = :model")
                .param("model", model)
                .query((row, _) -> schedule(row))
                .optional();
    }

    void put(String model, Schedule schedule, Instant due) {
        DayOfWeek weekday = schedule.weekday();
        jdbc.sql(
                        """
                        insert into models.schedules (model, every, weekday, at, due)
                        values (:model, :every, :weekday, :at, :due)
                        on conflict (model) do update set every = excluded.every,
                            weekday = excluded.weekday, at = excluded.at, due = excluded.due
                        """)
                .param("model", model)
                .param("every", schedule.every().name().toLowerCase(Locale.ROOT))
                .param("weekday", weekday == null ? null : weekday.getValue(), Types.INTEGER)
                .param("at", schedule.at())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String model) {
        jdbc.sql("delete from models.schedules where model = :model")
                .param("model", model)
                .update();
    }

    /** Those whose time has come, locked until the transaction ends. */
    List<Due> due(Instant now) {
        return jdbc.sql(
                        """
                        select model, every, weekday, at, due from models.schedules
                        where due <= :now order by due, model for update skip locked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Due(row.getString("model"), schedule(row)))
                .list();
    }

    void next(String model, Instant due) {
        jdbc.sql("update models.schedules set due = :due where model = :model")
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("model", model)
                .update();
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        Integer weekday = row.getObject("weekday", Integer.class);
        return new Schedule(
                Every.valueOf(row.getString("every").toUpperCase(Locale.ROOT)),
                weekday == null ? null : DayOfWeek.of(weekday),
                row.getObject("at", LocalTime.class),
                row.getObject("due", OffsetDateTime.class).toInstant());
    }
}
