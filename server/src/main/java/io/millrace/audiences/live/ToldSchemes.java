package io.millrace.audiences.live;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Inlining.Name;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.model.LifecycleScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which schemes tell of changes of stage, and the slots by which these are followed. */
@Component
final class ToldSchemes {
    static final String JOB = "stages.place";

    /**
     * @param rules the mark of those by which everybody was placed; null while that is being done
     */
    record Row(String key, @Nullable String rules) {}

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Definitions definitions;
    private final Roster roster;

    ToldSchemes(JdbcClient jdbc, Jobs jobs, Definitions definitions, Roster roster) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.definitions = definitions;
        this.roster = roster;
    }

    List<Row> all() {
        return jdbc.sql("select key, rules from audiences.told_schemes order by key")
                .query((row, number) -> new Row(row.getString("key"), row.getString("rules")))
                .list();
    }

    Optional<Row> find(String key) {
        return all().stream().filter(row -> row.key.equals(key)).findFirst();
    }

    /** Puts the slots into the roster when the product starts, before their members come. */
    void load() {
        for (Row row : all()) {
            Optional<LifecycleScheme> scheme = definitions.found(row.key);
            if (scheme.isPresent()) {
                StageRules rules = definitions.inlined(scheme.get());
                boolean right = mark(rules).equals(row.rules);
                for (Slot slot : slots(row.key, rules)) {
                    slot.followed = right;
                    tell(slot, right);
                    roster.add(slot);
                }
                if (!right) {
                    place(row.key);
                }
            }
        }
    }

    static void tell(Slot slot, boolean telling) {
        Staged staged = slot.staged;
        if (staged != null) {
            staged.telling = telling;
        }
    }

    /** By the rules, one for each stage. */
    static List<Slot> slots(String scheme, StageRules rules) {
        return rules.rules().stream()
                .map(rule -> {
                    Staged staged = new Staged(scheme, rule.stage());
                    Condition asked =
                            new Condition.Stage(scheme, List.of(rule.stage()), Moment.NOW, rules);
                    return new Slot(staged, asked);
                })
                .toList();
    }

    static String mark(StageRules rules) {
        return UUID.nameUUIDFromBytes(rules.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Has everybody placed anew in the schemes that speak of it. In the change's transaction. */
    void changed(Name changed) {
        for (Row row : all()) {
            if (definitions.leadsTo(new Name.Scheme(row.key), changed)) {
                begin(row.key);
            }
        }
    }

    /** In a transaction. */
    void begin(String key) {
        jdbc.sql(
                        """
                        insert into audiences.told_schemes (key) values (:key)
                        on conflict (key) do update set rules = null
                        """)
                .param("key", key)
                .update();
        place(key);
    }

    void done(String key, String mark) {
        jdbc.sql("update audiences.told_schemes set rules = :mark where key = :key")
                .param("key", key)
                .param("mark", mark)
                .update();
    }

    void end(String key) {
        jdbc.sql("delete from audiences.told_schemes where key = :key").param("key", key).update();
    }

    /** The slots of a scheme, also of stages that it has no more. */
    List<Slot> followed(String scheme) {
        return roster.all().stream()
                .filter(slot -> slot.staged != null && slot.staged.scheme.equals(scheme))
                .toList();
    }

    private void place(String key) {
        jobs.submit(JOB, definitions.found(key).map(LifecycleScheme::english).orElse(key), key);
    }
}
