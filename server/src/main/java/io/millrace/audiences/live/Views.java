package io.millrace.audiences.live;

import io.millrace.audiences.live.Definitions.Definition;
import io.millrace.audiences.live.LiveAudiences.Audience;
import io.millrace.audiences.live.LiveAudiences.Detail;
import io.millrace.audiences.live.LiveAudiences.Filter;
import io.millrace.audiences.live.LiveAudiences.Use;
import io.millrace.audiences.live.LiveAudiences.Uses;
import io.millrace.audiences.live.LiveAudiences.Version;
import io.millrace.kernel.condition.Condition;
import io.millrace.shared.Cursor;
import io.millrace.shared.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Audiences as they are shown. */
@Component
final class Views {
    private static final int WEEK = 7;

    private final AudienceTable audiences;
    private final Definitions definitions;
    private final Changing changing;
    private final Roster roster;
    private final Judging judging;
    private final Freshness freshness;
    private final Weeks weeks;
    private final ObjectProvider<Uses> others;
    private final Clock clock;

    Views(
            AudienceTable audiences,
            Definitions definitions,
            Changing changing,
            Roster roster,
            Judging judging,
            Freshness freshness,
            Weeks weeks,
            ObjectProvider<Uses> others,
            Clock clock) {
        this.audiences = audiences;
        this.definitions = definitions;
        this.changing = changing;
        this.roster = roster;
        this.judging = judging;
        this.freshness = freshness;
        this.weeks = weeks;
        this.others = others;
        this.clock = clock;
    }

    Page<Audience> list(Filter filter, @Nullable String cursor, int limit, boolean total) {
        String after = cursor == null ? null : Cursor.decode(cursor, 1).parts().getFirst();
        List<AudienceTable.Row> rows = audiences.list(filter, after, limit + 1);
        boolean more = rows.size() > limit;
        List<AudienceTable.Row> page = more ? rows.subList(0, limit) : rows;
        Map<UUID, AudienceTable.Moved> moved = moved(page);
        return new Page<>(
                page.stream().map(row -> view(row, moved)).toList(),
                more ? Cursor.of(page.getLast().name().toLowerCase(Locale.ROOT)).encode() : null,
                total ? (Long) audiences.count(filter) : null);
    }

    private Map<UUID, AudienceTable.Moved> moved(List<AudienceTable.Row> rows) {
        Map<UUID, AudienceTable.Moved> times = audiences.moved(weekAgo());
        return weeks.people(
                rows.stream().map(AudienceTable.Row::id).filter(times::containsKey).toList());
    }

    private LocalDate weekAgo() {
        return clock.instant().atZone(judging.zone()).toLocalDate().minusDays(WEEK);
    }

    private Audience view(AudienceTable.Row row, Map<UUID, AudienceTable.Moved> moved) {
        AudienceTable.Moved week = moved.getOrDefault(row.id(), new AudienceTable.Moved(0, 0));
        String error = row.lastError() == null ? freshness.error() : row.lastError();
        return new Audience(
                row.id(),
                row.name(),
                row.description(),
                row.folder(),
                row.owner(),
                row.list() ? "static" : "dynamic",
                row.state(),
                roster.size(row.id()),
                week.entered(),
                week.gone(),
                freshness.lagMillis(),
                error,
                row.version(),
                row.createdAt(),
                row.updatedAt(),
                uses(row.id()).size());
    }

    Optional<Detail> detail(UUID id) {
        return audiences
                .find(id)
                .map(row -> {
                    Condition condition = JacksonConditions.parse(row.condition());
                    return new Detail(
                            view(row, moved(List.of(row))),
                            row.list() ? null : JacksonConditions.node(condition),
                            row.list() ? null : Wording.of(condition, definitions),
                            row.list() ? List.of() : versions(id),
                            uses(id),
                            named(definitions.dependencies(id)),
                            changing.open(id));
                });
    }

    private List<Version> versions(UUID id) {
        return audiences.versions(id).stream()
                .map(row ->
                        new Version(
                                row.version(),
                                row.by(),
                                row.at(),
                                JacksonConditions.node(JacksonConditions.parse(row.condition())),
                                row.note()))
                .toList();
    }

    /** What speaks of an audience itself. */
    List<Use> uses(UUID id) {
        List<Use> uses = new ArrayList<>();
        definitions.all().stream()
                .filter(one -> !one.list() && Definitions.named(one.condition()).contains(id))
                .forEach(one -> uses.add(use(one)));
        named(changing.wouldSpeakOf(id)).stream()
                .filter(one -> !uses.contains(one))
                .forEach(uses::add);
        others.forEach(one -> uses.addAll(one.of(id)));
        return uses;
    }

    private List<Use> named(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> definitions.of(id).stream()).map(Views::use).toList();
    }

    private static Use use(Definition definition) {
        return new Use("audience", definition.id().toString(), definition.name());
    }
}
