package io.millrace.sample;

import static org.awaitility.Awaitility.await;

import io.millrace.Millrace;
import io.millrace.catalog.Catalog;
import io.millrace.customers.Selections;
import io.millrace.database.TestDatabase;
import io.millrace.jobs.Jobs;
import io.millrace.sample.brand.Life;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole product over a database of its own. */
final class House implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static House open() {
        return new House(
                new SpringApplicationBuilder(Millrace.class)
                        .initializers(new TestDatabase.Context())
                        .run("--server.port=0"));
    }

    <T> T get(Class<T> door) {
        return context.getBean(door);
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** Brings lives in as the sample's job does, without the job. */
    void load(List<Life> lives) {
        TransactionTemplate transactions = get(TransactionTemplate.class);
        SampleCast cast = get(SampleCast.class);
        SampleLedger ledger = get(SampleLedger.class);
        transactions.executeWithoutResult(_ -> ledger.learn(get(Catalog.class)));
        transactions.executeWithoutResult(_ -> cast.browse(lives));
        transactions.executeWithoutResult(_ -> ledger.record(cast.join(lives)));
        get(Timelines.class).catchUp();
    }

    Jobs.Job waitFor(UUID job) {
        Jobs jobs = get(Jobs.class);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> jobs.find(job).orElseThrow().finishedAt() != null);
        return jobs.find(job).orElseThrow();
    }

    /** The customers that a query such as {@code in=rfm.cell:5-4&asOf=…} lists. */
    SortedSet<ProfileId> opened(String query) {
        String in = query.split("&", 2)[0].substring("in=".length());
        String name = in.substring(0, in.indexOf(':'));
        @Nullable Instant asOf =
                query.contains("&asOf=") ? Instant.parse(query.split("&asOf=", 2)[1]) : null;
        return context.getBeansOfType(Selections.class).values().stream()
                .filter(selections -> selections.name().equals(name))
                .findFirst()
                .orElseThrow()
                .select(in.substring(name.length() + 1), asOf)
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
