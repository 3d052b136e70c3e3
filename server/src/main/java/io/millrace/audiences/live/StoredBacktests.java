package io.millrace.audiences.live;

import io.millrace.audiences.live.Definitions.Definition;
import io.millrace.jobs.Jobs;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Back-tests in their table. */
@Component
final class StoredBacktests implements Backtests {
    private static final Duration TWO_YEARS = Duration.ofDays(728);

    private final Definitions definitions;
    private final AudienceTable audiences;
    private final BacktestTable table;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    StoredBacktests(
            Definitions definitions,
            AudienceTable audiences,
            BacktestTable table,
            Jobs jobs,
            TransactionTemplate transactions,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.definitions = definitions;
        this.audiences = audiences;
        this.table = table;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Begun begin(
            UUID audience, @Nullable Instant from, @Nullable Instant to, int points, String by) {
        Definition definition = definitions.of(audience).orElse(null);
        AudienceTable.Row stored = audiences.find(audience).orElse(null);
        if (definition == null || stored == null) {
            return new Begun.NoSuchAudience();
        }
        if (definition.list()) {
            return new Begun.IsList();
        }
        Instant last = to == null ? clock.instant() : to;
        Instant first = from == null ? last.minus(TWO_YEARS) : from;
        if (points < FEWEST_POINTS || points > MOST_POINTS) {
            return invalid("/points");
        }
        if (!first.isBefore(last)) {
            return invalid("/from");
        }
        return queue(definition, stored.version(), first, last, points, by);
    }

    private static Begun invalid(String pointer) {
        return new Begun.Invalid(List.of(FieldProblem.of(pointer, "audiences.out-of-range")));
    }

    private Begun queue(
            Definition definition, int version, Instant from, Instant to, int points, String by) {
        UUID id = ids.next();
        UUID job =
                transactions.execute(_ -> {
                    UUID queued =
                            jobs.submit(
                                    BacktestWork.KIND,
                                    definition.name(),
                                    json.writeValueAsString(new BacktestWork.Input(id)));
                    table.insert(
                            new BacktestTable.Row(
                                    id,
                                    definition.id(),
                                    version,
                                    JacksonConditions.text(definition.condition()),
                                    from,
                                    to,
                                    points,
                                    queued,
                                    null,
                                    null,
                                    by,
                                    clock.instant()));
                    return queued;
                });
        return new Begun.Queued(id, Objects.requireNonNull(job));
    }

    @Override
    public Optional<List<Backtest>> of(UUID audience) {
        return definitions
                .of(audience)
                .map(_ -> table.of(audience).stream().map(StoredBacktests::view).toList());
    }

    private static Backtest view(BacktestTable.Row row) {
        return new Backtest(
                row.id(),
                row.version(),
                JacksonConditions.node(JacksonConditions.parse(row.condition())),
                row.from(),
                row.to(),
                row.points(),
                row.job(),
                row.curve(),
                row.millis(),
                row.by(),
                row.at());
    }
}
