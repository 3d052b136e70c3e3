package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a person out of the timelines. What happened when, and for how much, stays for the
 * statistics; what it was about and every attribute that could tell a person goes. The columnar
 * store follows as soon as the log's change has committed.
 */
final class Erasure implements PersonalData {
    /** Attributes that describe goods, places and ways, and no person. */
    static final Set<String> KEPT =
            Set.of("cost", "channel", "store", "quantity", "sku", "category");

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FactLog log;
    private final Withdrawals withdrawals;
    private final Tail tail;

    Erasure(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            FactLog log,
            Withdrawals withdrawals,
            Tail tail) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
        this.withdrawals = withdrawals;
        this.tail = tail;
    }

    @Override
    public String store() {
        return "timelines";
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        UUID[] ids = profiles.stream().map(ProfileId::value).toArray(UUID[]::new);
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    long erased = strip(ids);
                    withdrawals.ofProfiles(ids);
                    tail.wakeAfterCommit();
                    return erased;
                }));
    }

    /** Facts of one order are still known to belong together, but no longer by its number. */
    private long strip(UUID[] profiles) {
        return jdbc.sql(
                        """
                        update timelines.facts set
                            subject = 'erased-' || left(md5(:salt::text || subject), 20),
                            attributes = coalesce(
                                (select jsonb_object_agg(a.key, a.value)
                                 from jsonb_each(attributes) a
                                 where a.key = any(:kept::text[])
                                    and jsonb_typeof(a.value) <> 'object'),
                                '{}')
                        where profile = any(:profiles)
                            and (subject not like 'erased-%'
                                or exists (select from jsonb_each(attributes) a
                                    where a.key <> all(:kept::text[])
                                        or jsonb_typeof(a.value) = 'object'))
                        """)
                .param("salt", UUID.randomUUID())
                .param("kept", KEPT.toArray(new String[0]))
                .param("profiles", profiles)
                .update();
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        List<List<Field>> rows = new ArrayList<>();
        String cursor = null;
        do {
            var page = log.facts(profiles, Timelines.FactFilter.ALL, cursor, PAGE);
            page.items().forEach(fact -> rows.add(fields(fact)));
            cursor = page.next();
        } while (cursor != null);
        return List.of(new Section("facts", rows));
    }

    private static List<Field> fields(Fact fact) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("id", fact.id().toString()));
        fields.add(new Field("kind", fact.kind()));
        fields.add(new Field("occurredAt", fact.occurredAt().toString()));
        fields.add(new Field("recordedAt", fact.recordedAt().toString()));
        if (fact.subject() != null) {
            fields.add(new Field("subject", fact.subject()));
        }
        if (fact.currency() != null) {
            fields.add(new Field("amount", Long.toString(fact.amount())));
            fields.add(new Field("currency", fact.currency()));
        }
        fields.add(new Field("source", fact.source()));
        for (Map.Entry<String, Value> attribute : new TreeMap<>(fact.attributes()).entrySet()) {
            fields.add(new Field("attributes." + attribute.getKey(), text(attribute.getValue())));
        }
        return fields;
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> Double.toString(number);
            case Value.Flag(boolean flag) -> Boolean.toString(flag);
            // Whoever holds the person's key opens it.
            case Value.Sealed(String ciphertext) -> "sealed:" + ciphertext;
        };
    }
}
