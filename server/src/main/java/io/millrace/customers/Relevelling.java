package io.millrace.customers;

import io.millrace.customers.AttributeCatalogue.Attribute;
import io.millrace.customers.Describing.Slot;
import io.millrace.customers.Describing.Told;
import io.millrace.jobs.Jobs;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Seals or opens the current values of an attribute whose level was changed. */
final class Relevelling implements Jobs.Work {
    private static final String KIND = "customers.relevel";
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AttributeCatalogue catalogue;
    private final AttributeFacts facts;
    private final Privacy privacy;
    private final Jobs jobs;
    private final JsonMapper json;

    Relevelling(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            AttributeCatalogue catalogue,
            AttributeFacts facts,
            Privacy privacy,
            Jobs jobs,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.facts = facts;
        this.privacy = privacy;
        this.jobs = jobs;
        this.json = json;
    }

    private record Input(String attribute) {}

    private record Held(
            ProfileId profile, String value, long digest, Instant observedAt, String source) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** Queues the work if any value is not as the level wants it; in the caller's transaction. */
    void begin(String name) {
        var attribute = catalogue.find(name);
        if (attribute != null && !held(attribute, 1).isEmpty()) {
            jobs.submit(KIND, "Attribute " + name, json.writeValueAsString(new Input(name)));
        }
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        var name = json.readValue(run.input(), Input.class).attribute();
        var done = 0L;
        while (true) {
            var changed = transactions.execute(status -> batch(catalogue.find(name)));
            if (changed == null || changed == 0) {
                return;
            }
            done += changed;
            run.step(done, null, Map.of("values", done), null);
        }
    }

    private int batch(@Nullable Attribute attribute) {
        if (attribute == null) {
            return 0;
        }
        var held = held(attribute, AT_ONCE);
        var values =
                attribute.level().encrypted() ? sealed(attribute, held) : opened(attribute, held);
        jdbc.sql(
                        """
                        update customers.attribute_values v
                        set value = made.value, sealed = not v.sealed
                        from unnest(:profiles::uuid[], :values::text[]) as made (profile, value)
                        where v.profile = made.profile and v.attribute = :attribute
                        """)
                .param("profiles", SqlArrays.texts(held, one -> one.profile().value()))
                .param("values", values.toArray(String[]::new))
                .param("attribute", attribute.id())
                .update();
        if (!attribute.level().encrypted()) {
            tell(attribute, held, values);
        }
        return held.size();
    }

    /** In clear from when it was observed on, so that conditions can ask of it. */
    private void tell(
            Attribute attribute, List<Held> held, List<? extends @Nullable String> values) {
        var told = new ArrayList<Told>(held.size());
        for (int i = 0; i < held.size(); i++) {
            var one = held.get(i);
            var clear = values.get(i);
            if (clear != null) {
                told.add(
                        new Told(
                                new Slot(one.profile(), attribute.id()),
                                attribute,
                                clear,
                                one.digest(),
                                one.observedAt(),
                                one.source()));
            }
        }
        facts.changed(told);
    }

    private List<String> sealed(Attribute attribute, List<Held> held) {
        return privacy.sealAll(
                held.stream()
                        .map(one ->
                                new ClearValue(
                                        one.profile(),
                                        AttributeRows.field(attribute.id()),
                                        one.value()))
                        .toList());
    }

    private List<@Nullable String> opened(Attribute attribute, List<Held> held) {
        var sealed =
                held.stream()
                        .map(one ->
                                new SealedValue(
                                        one.profile(),
                                        AttributeRows.field(attribute.id()),
                                        one.value()))
                        .toList();
        var clear = privacy.openAll(sealed);
        var opened = new ArrayList<@Nullable String>(held.size());
        sealed.forEach(one -> opened.add(clear.get(one)));
        return opened;
    }

    private List<Held> held(Attribute attribute, int limit) {
        return jdbc.sql(
                        """
                        select profile, value, digest, observed_at, source
                        from customers.attribute_values
                        where attribute = :attribute and value is not null and sealed <> :sealed
                        order by profile
                        limit :limit
                        for update
                        """)
                .param("attribute", attribute.id())
                .param("sealed", attribute.level().encrypted())
                .param("limit", limit)
                .query((row, number) ->
                        new Held(
                                new ProfileId(row.getObject("profile", UUID.class)),
                                row.getString("value"),
                                row.getLong("digest"),
                                row.getObject("observed_at", OffsetDateTime.class).toInstant(),
                                row.getString("source")))
                .list();
    }
}
