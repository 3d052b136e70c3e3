package io.millrace.models.scores;

import static org.awaitility.Awaitility.await;

import io.millrace.audiences.live.Town;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.models.scores.Scores.Run;
import io.millrace.models.scores.Scores.Started;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A town with customers who buy at rates of their own until they leave. */
public final class Shop implements AutoCloseable {
    public static final int CUSTOMERS = 400;
    static final int DAYS = 700;

    public final Town town;
    final List<ProfileId> customers = new ArrayList<>();
    private final Random random = new Random(20261122);

    public Shop(Path folder) {
        town = new Town(folder);
        town.get(Workspace.class).adoptCurrency("EUR");
        List<Fact> orders = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            ProfileId customer = town.customer("buyer-" + i);
            customers.add(customer);
            live(customer, orders);
        }
        town.append(orders);
        town.get(Timelines.class).catchUp();
    }

    private void live(ProfileId customer, List<Fact> orders) {
        double gap = 10 + random.nextInt(60);
        int value = 1_000 + random.nextInt(20_000);
        double day = random.nextInt(DAYS - 100);
        double stays = 60 + random.nextInt(900);
        double until = Math.min(DAYS, day + stays);
        while (day < until) {
            orders.add(order(customer, daysAgo(DAYS - day), value / 2 + random.nextInt(value)));
            day += 0.5 - gap * Math.log(1 - random.nextDouble());
        }
    }

    public static Instant daysAgo(double days) {
        return Town.START.minus(Duration.ofMinutes((long) (days * 24 * 60)));
    }

    Fact order(ProfileId customer, Instant at, long amount) {
        UUID id = town.get(Ids.class).next();
        return new Fact(
                id,
                customer.value(),
                Kinds.ORDER_COMPLETED,
                at,
                town.clock.instant(),
                "order " + id,
                amount,
                "EUR",
                Map.of(),
                "test",
                false);
    }

    Scores scores() {
        return town.get(Scores.class);
    }

    ScoreTable table(String model, @Nullable Instant asOf) {
        town.get(Timelines.class).catchUp();
        return scores().table(model, asOf).orElseThrow();
    }

    Run run(String model, @Nullable Instant asOf) {
        return ended(scores().start(model, asOf, "tester"));
    }

    Run ended(Started started) {
        UUID id = ((Started.Queued) started).run();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scores().run(id).orElseThrow().run().finishedAt() != null);
        town.get(Timelines.class).catchUp();
        return scores().run(id).orElseThrow().run();
    }

    /** Facts of a run on all timelines. */
    int facts(UUID run) {
        return town.jdbc()
                .sql(
                        """
                        select count(*) from timelines.facts
                        where attributes ->> 'run' = :run
                        """)
                .param("run", run.toString())
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        town.close();
    }
}
