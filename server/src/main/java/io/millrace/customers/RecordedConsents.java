package io.millrace.customers;

import io.millrace.customers.CustomerEdits.Edited;
import io.millrace.privacy.Privacy;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to consents. */
final class RecordedConsents implements Consents {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Families families;
    private final ConsentFacts words;
    private final Privacy privacy;
    private final Clock clock;

    RecordedConsents(CustomerParts parts, Privacy privacy) {
        this.jdbc = parts.jdbc;
        this.transactions = parts.transactions;
        this.families = parts.families;
        this.words = parts.consentFacts;
        this.clock = parts.clock;
        this.privacy = privacy;
    }

    @Override
    public List<Purpose> purposes() {
        return jdbc.sql("select key, label_en, label_zh from customers.purposes order by place")
                .query((row, number) ->
                        new Purpose(
                                row.getString("key"),
                                new Label(row.getString("label_en"), row.getString("label_zh"))))
                .list();
    }

    @Override
    public List<FieldProblem> define(List<Purpose> purposes, String by) {
        List<FieldProblem> wrong = new ArrayList<>();
        var seen = new HashSet<String>();
        for (int i = 0; i < purposes.size(); i++) {
            Purpose one = purposes.get(i);
            if (!KEY.matcher(one.key()).matches() || !seen.add(one.key())) {
                wrong.add(FieldProblem.of("/" + i + "/key", "shared.bad-value"));
            }
            Fields.text("/" + i + "/label/en", one.label().en(), LONGEST, wrong);
            Fields.text("/" + i + "/label/zh", one.label().zh(), LONGEST, wrong);
        }
        if (purposes.isEmpty()) {
            wrong.add(FieldProblem.of("", "shared.missing"));
        }
        if (wrong.isEmpty()) {
            transactions.executeWithoutResult(_ -> replace(purposes, by));
        }
        return wrong;
    }

    private void replace(List<Purpose> purposes, String by) {
        jdbc.sql("delete from customers.purposes").update();
        jdbc.sql(
                        """
                        insert into customers.purposes (key, label_en, label_zh, place)
                        select key, en, zh, place
                        from unnest(:keys::text[], :en::text[], :zh::text[])
                            with ordinality as t (key, en, zh, place)
                        """)
                .param("keys", SqlArrays.texts(purposes, Purpose::key))
                .param("en", SqlArrays.texts(purposes, one -> one.label().en().strip()))
                .param("zh", SqlArrays.texts(purposes, one -> one.label().zh().strip()))
                .update();
        privacy.audit(by, "consent.purposes", "purposes", Map.of());
    }

    @Override
    public Edited<List<State>> record(ProfileId customer, Word word, String by) {
        Instant now = clock.instant();
        List<FieldProblem> wrong = wrong(word, now);
        if (!wrong.isEmpty()) {
            return new Edited.Invalid<>(wrong);
        }
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    ProfileId root = families.liveRoot(customer);
                    if (root == null) {
                        return new Edited.UnknownCustomer<>();
                    }
                    words.append(new ConsentFacts.Said(root, word, now, "console"));
                    privacy.audit(
                            by,
                            word.given() ? "consent.give" : "consent.withdraw",
                            root.toString(),
                            Map.of("purpose", word.purpose(), "channel", word.channel()));
                    return new Edited.Done<>(words.states(root, now));
                }));
    }

    private List<FieldProblem> wrong(Word word, Instant now) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (purposes().stream().noneMatch(one -> one.key().equals(word.purpose()))) {
            wrong.add(FieldProblem.of("/purpose", "customers.unknown-purpose"));
        }
        if (word.channel() == null || !KEY.matcher(word.channel()).matches()) {
            wrong.add(FieldProblem.of("/channel", "shared.bad-value"));
        }
        if (word.expiresAt() != null && !word.expiresAt().isAfter(now)) {
            wrong.add(FieldProblem.of("/expiresAt", "customers.not-later"));
        }
        if (word.evidence() != null) {
            Fields.text("/evidence", word.evidence(), LONGEST, wrong);
        }
        return wrong;
    }

    @Override
    public List<State> of(ProfileId customer, @Nullable Instant asOf) {
        ProfileId root = families.rootOf(customer).orElse(customer);
        return words.states(root, asOf == null ? clock.instant() : asOf);
    }
}
