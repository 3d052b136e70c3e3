package io.millrace.models.scores;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.Ids;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes scores as facts, some thousand in a transaction. Each has a key made of the run and the
 * customer, so that a run that is carried out again after a crash writes what is missing.
 */
@Component
final class ScoreWriter {
    private static final int AT_ONCE = 5_000;
    private static final String SOURCE = "models";

    /** Facts that tell of an older time set nothing off. */
    private static final Duration OLD = Duration.ofDays(2);

    private final Timelines timelines;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    ScoreWriter(Timelines timelines, TransactionTemplate transactions, Ids ids, Clock clock) {
        this.timelines = timelines;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A fact to be written.
     *
     * @param row of the table; -1 says that the customer has no score any more
     * @param by the run that it tells of
     */
    record Line(UUID customer, ScoreColumns table, int row, UUID by, Instant at) {}

    /**
     * @param key the run that writes
     */
    void write(String model, UUID key, List<Line> lines, Jobs.Run job) {
        Instant now = clock.instant();
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<NewFact> facts = new ArrayList<>();
            int to = Math.min(lines.size(), from + AT_ONCE);
            for (Line line : lines.subList(from, to)) {
                facts.add(fact(model, key, line, now));
            }
            transactions.executeWithoutResult(_ -> timelines.append(facts));
            tell(job, to, lines.size());
        }
    }

    /** Half the customers with new scores is no place to stop at: what was begun is written. */
    private static void tell(Jobs.Run job, long done, long total) {
        try {
            job.step(done, total, Map.of("changed", total), null);
        } catch (Jobs.Stopped late) {
            return;
        }
    }

    private NewFact fact(String model, UUID key, Line line, Instant now) {
        Attributes.Writer attributes =
                Attributes.writer().text("model", model).text("run", line.by().toString());
        if (line.row() >= 0) {
            figures(line, attributes);
        }
        String name = Kinds.MODEL_SCORED + '|' + key + '|' + line.customer() + '|' + line.at();
        return new NewFact.Encoded(
                ids.next(),
                line.customer(),
                Kinds.MODEL_SCORED,
                line.at(),
                now,
                model,
                0,
                null,
                attributes.done(),
                SOURCE,
                line.at().isBefore(now.minus(OLD)),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static void figures(Line line, Attributes.Writer attributes) {
        ScoreColumns table = line.table();
        for (int i = 0; i < table.figures().size(); i++) {
            Figure figure = table.figures().get(i);
            String text = table.text(i, line.row());
            double number = table.number(i, line.row());
            if (text != null) {
                attributes.text(figure.key(), text);
            } else if (!Double.isNaN(number) && figure.decimals() == 0) {
                attributes.whole(figure.key(), Math.round(number));
            } else if (!Double.isNaN(number)) {
                attributes.real(figure.key(), number);
            }
        }
    }
}
