package io.millrace.customers;

import io.millrace.customers.Consents.Word;
import io.millrace.customers.Customers.Heard;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.timelines.Timelines.FactFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What facts that others told say about what a customer is now. */
final class Hearing {
    private static final int LONGEST = 100;

    /** More removals after one moment are not looked through. */
    private static final int LATER = 200;

    private final JdbcClient jdbc;
    private final Timelines timelines;
    private final Families families;
    private final Tags tags;
    private final ConsentFacts consents;
    private final SurveyMappings surveys;
    private final TagCatalogue catalogue;
    private final Ids ids;

    Hearing(
            JdbcClient jdbc,
            Timelines timelines,
            Families families,
            Tags tags,
            ConsentFacts consents,
            SurveyMappings surveys,
            TagCatalogue catalogue,
            Ids ids) {
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.families = families;
        this.tags = tags;
        this.consents = consents;
        this.surveys = surveys;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    void hear(Collection<Heard> heard) {
        List<Heard> answers = new ArrayList<>();
        for (Heard one : heard) {
            switch (one.kind()) {
                case Kinds.TAG_ADDED -> tagged(one);
                case Kinds.TAG_REMOVED -> untagged(one);
                case Kinds.SURVEY_ANSWERED -> answers.add(one);
                default -> consented(one);
            }
        }
        surveys.answered(answers);
    }

    private void tagged(Heard one) {
        String category = text(one, "category");
        String value = text(one, "value");
        if (category == null
                || value == null
                || tooLong(category, value)
                || removedLater(one, category, value)) {
            return;
        }
        catalogue.ensure(List.of(category));
        jdbc.sql(
                        """
                        insert into customers.tags as t (id, profile, category, value,
                            schedule_days, source, set_by, set_at)
                        values (:id, :profile, :category, :value, string_to_array(:days, ','),
                            'import', :by, :at)
                        on conflict (profile, category, value) do update
                        set by_hand = true, schedule_days = excluded.schedule_days,
                            set_by = excluded.set_by, set_at = excluded.set_at
                        where t.set_at <= excluded.set_at
                        """)
                .param("id", ids.next())
                .param("profile", one.profile().value())
                .param("category", category)
                .param("value", value)
                .param("days", text(one, "days"), java.sql.Types.VARCHAR)
                .param("by", one.source())
                .param("at", SqlArrays.at(one.at()))
                .update();
        tags.settleOneOf(one.profile(), category);
    }

    /** What arrives late brings nothing back that was taken after it. */
    private boolean removedLater(Heard one, String category, String value) {
        ProfileId root = families.rootOf(one.profile()).orElse(one.profile());
        Instant after = one.at().plus(1, ChronoUnit.MICROS);
        return timelines
                .facts(
                        Set.copyOf(families.members(root)),
                        new FactFilter(Set.of(Kinds.TAG_REMOVED), after, null, null),
                        null,
                        LATER)
                .items()
                .stream()
                .map(Fact::attributes)
                .anyMatch(said ->
                        new Value.Text(category).equals(said.get("category"))
                                && new Value.Text(value).equals(said.get("value")));
    }

    private void untagged(Heard one) {
        String category = text(one, "category");
        String value = text(one, "value");
        if (category == null || value == null) {
            return;
        }
        jdbc.sql(
                        """
                        delete from customers.tags t
                        using customers.profiles p, customers.profiles own
                        where p.id = t.profile and own.id = :profile and p.root = own.root
                          and t.category = :category and t.value = :value and t.by_hand
                          and t.set_at <= :at
                        """)
                .param("profile", one.profile().value())
                .param("category", category)
                .param("value", value)
                .param("at", SqlArrays.at(one.at()))
                .update();
        tags.settleAny(one.profile(), category);
    }

    private void consented(Heard one) {
        String purpose = text(one, "purpose");
        String channel = text(one, "channel");
        if (purpose == null || channel == null) {
            return;
        }
        boolean given = one.kind().equals(Kinds.CONSENT_GIVEN);
        var word = new Word(purpose, channel, given, instant(text(one, "expires_at")), null);
        consents.foresee(new ConsentFacts.Said(one.profile(), word, one.at(), one.source()));
    }

    private static boolean tooLong(String category, String value) {
        return category.length() > LONGEST || value.length() > LONGEST;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable String text(Heard one, String name) {
        return one.attributes().get(name) instanceof Value.Text(String text) && !text.isBlank()
                ? text
                : null;
    }
}
