package io.millrace.audiences.tags;

import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.LiveAudiences.Saved;
import io.millrace.customers.TagRules;
import io.millrace.customers.TagTree;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the rules, and what they use. */
@Component
final class StoredTags implements AutomaticTags {
    private static final Set<String> DAYS = Set.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String FOLDER = "Tags";
    private static final int LONGEST = 100;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_ALIKE = 50;

    private final RuleTable rules;
    private final LiveAudiences audiences;
    private final TagRules tags;
    private final TagTree tree;
    private final TagKeeper keeper;
    private final Ids ids;
    private final Clock clock;

    StoredTags(
            RuleTable rules,
            LiveAudiences audiences,
            TagRules tags,
            TagTree tree,
            TagKeeper keeper,
            Ids ids,
            Clock clock) {
        this.rules = rules;
        this.audiences = audiences;
        this.tags = tags;
        this.tree = tree;
        this.keeper = keeper;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Rule> rules() {
        return rules.all().stream().map(this::rule).toList();
    }

    @Override
    public Optional<Rule> rule(UUID id) {
        return rules.find(id).map(this::rule);
    }

    private Rule rule(RuleTable.Row row) {
        Optional<LiveAudiences.Detail> found = audiences.find(row.audience());
        Optional<LiveAudiences.Audience> audience = found.map(LiveAudiences.Detail::audience);
        String error = keeper.error(row.id());
        return new Rule(
                row.id(),
                row.category(),
                row.value(),
                row.days(),
                row.audience(),
                audience.map(LiveAudiences.Audience::name).orElse(""),
                found.map(LiveAudiences.Detail::sentence).orElse(null),
                row.own(),
                row.keepDays(),
                row.expireDays(),
                row.paused(),
                audience.map(LiveAudiences.Audience::size).orElse(0),
                tags.bearers(row.id()),
                audience.map(LiveAudiences.Audience::state).orElse("failed"),
                error != null
                        ? error
                        : audience.map(LiveAudiences.Audience::lastError).orElse(null),
                row.by(),
                row.at());
    }

    @Override
    public Made make(Wanted wanted, String by) {
        List<FieldProblem> wrong = wrong(wanted);
        String category = text("/category", wanted.category(), wrong);
        String value = text("/value", wanted.value(), wrong);
        UUID given = wanted.audience();
        if (given == null && wanted.condition() == null) {
            wrong.add(FieldProblem.of("/condition", "audiences.condition-missing"));
        }
        if (given != null && audiences.find(given).isEmpty()) {
            wrong.add(FieldProblem.of("/audience", "audiences.unknown-audience", given.toString()));
        }
        if (!wrong.isEmpty()) {
            return new Made.Invalid(wrong);
        }
        tree.define(new TagTree.Definition(category, null, false, false, null, null, false), by);
        tree.named(category).ifPresent(found -> tree.allow(found.id(), value, by));
        if (given != null) {
            return insert(wanted, category, value, given, false, null, by);
        }
        return switch (audience(category + ": " + value, wanted, by)) {
            case Saved.Done(UUID audience, UUID job, var _) ->
                    insert(wanted, category, value, audience, true, job, by);
            case Saved.Invalid(var errors) -> new Made.Invalid(errors);
            default -> new Made.Invalid(List.of(FieldProblem.of("/value", "audiences.tag-ruled")));
        };
    }

    /** Under the tag's name, or that with a number. */
    private Saved audience(String name, Wanted wanted, String by) {
        Saved saved = new Saved.NameTaken(name);
        for (int i = 1; saved instanceof Saved.NameTaken && i <= MOST_ALIKE; i++) {
            saved =
                    audiences.create(
                            new LiveAudiences.Wanted(
                                    i == 1 ? name : name + " " + i,
                                    null,
                                    FOLDER,
                                    by,
                                    false,
                                    wanted.condition(),
                                    List.of()),
                            by);
        }
        return saved;
    }

    private Made insert(
            Wanted wanted,
            String category,
            String value,
            UUID audience,
            boolean own,
            @Nullable UUID job,
            String by) {
        UUID id = ids.next();
        boolean done =
                rules.insert(
                        new RuleTable.Row(
                                id,
                                category,
                                value,
                                wanted.days(),
                                audience,
                                own,
                                wanted.keepDays(),
                                wanted.expireDays(),
                                wanted.paused(),
                                by,
                                clock.instant()));
        return done
                ? new Made.Done(id, job)
                : new Made.Invalid(List.of(FieldProblem.of("/audience", "audiences.tag-ruled")));
    }

    private static String text(String pointer, @Nullable String text, List<FieldProblem> wrong) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty()) {
            wrong.add(FieldProblem.of(pointer, "shared.missing"));
        } else if (plain.length() > LONGEST) {
            wrong.add(FieldProblem.of(pointer, "shared.too-long", Integer.toString(LONGEST)));
        }
        return plain;
    }

    private static List<FieldProblem> wrong(Wanted wanted) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!DAYS.containsAll(wanted.days())
                || new HashSet<>(wanted.days()).size() < wanted.days().size()) {
            wrong.add(FieldProblem.of("/days", "shared.bad-value"));
        }
        days("/keepDays", wanted.keepDays(), wrong);
        days("/expireDays", wanted.expireDays(), wrong);
        return wrong;
    }

    private static void days(String pointer, @Nullable Integer days, List<FieldProblem> wrong) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            wrong.add(FieldProblem.of(pointer, "shared.bad-value"));
        }
    }

    @Override
    public Made change(UUID id, Wanted wanted) {
        List<FieldProblem> wrong = wrong(wanted);
        if (!wrong.isEmpty()) {
            return new Made.Invalid(wrong);
        }
        return rules.find(id)
                .<Made>map(old -> {
                    rules.update(
                            new RuleTable.Row(
                                    id,
                                    old.category(),
                                    old.value(),
                                    wanted.days(),
                                    old.audience(),
                                    old.own(),
                                    wanted.keepDays(),
                                    wanted.expireDays(),
                                    wanted.paused(),
                                    old.by(),
                                    old.at()));
                    return new Made.Done(id, null);
                })
                .orElseGet(Made.NoSuchRule::new);
    }

    @Override
    public boolean delete(UUID id) {
        RuleTable.Row row = rules.find(id).orElse(null);
        if (row == null) {
            return false;
        }
        rules.delete(id);
        keeper.forget();
        tags.withdraw(id);
        if (row.own()) {
            Objects.requireNonNull(audiences.delete(row.audience()));
        }
        return true;
    }
}
